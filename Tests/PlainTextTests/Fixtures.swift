/// Documents of the kinds that converters make, in our own words; every trial in them is invented.
enum Fixture {
  static let hardWrapped = """
    Keeping livers quiet: drug therapy after
    curative surgery

    Mara Lindqvist1, Tomás de la Vega1,2 and Ling Zhou*
    1 Department of Surgery, North Harbour University, Kiel
    * Corresponding author.

    Received 3 May 2024; accepted 9 June 2024

    ABSTRACT
    Background: Relapse after surgery is common. Methods: We read every
    randomised trial. Results: Two of three trials failed.

    Key words: liver; surgery; adjuvant treat-
    ment

    Introduction
    Surgery cures some patients, and most of the others relapse within
    a few years of their operation (Okafor 2019). Drug treatment given
    at once after surgery is meant to change that, and the treatment
    has been tried for two decades.

    The oldest trial, called HARBOUR-1, compared a tablet with placebo in
    412 patients. Relapse-free survival did not differ (HR 0.97, 95% CI
    0.80-

    1.18), and side effects were frequent.

    Evidence from newer trials

    Immune therapy was tested next. The QUIET study enrolled high-
    risk patients only, and recurrence was later in the treated arm of
    the trial, although survival was the same in both arms so far.

    Conflict of interest
    None declared.

    References
    Okafor, B., & Lind, P. (2019). Relapse after liver surgery: a
        registry study. Journal of Made-Up Surgery, 12(3), 45-51.
        https://doi.org/10.5555/jms.
        2019.0045
    Ruiz, T. (2021). Tablets after surgery. Annals of Nowhere, 7,
        100-109.
    Zhou, L., Abe, K., & de la Vega, T. (2023). QUIET: immune
        therapy for high-risk disease. Annals of Nowhere, 9, 1-12.
    """

  static let layoutPages = """
    Annals of Nowhere 2022; 8: 12-13                                   Review


              Surgery and tablets: what four trials tell us

                      A. Petrov, B. Nakamura, C. Osei

    1 Introduction

    Tablets were long thought to keep tumours away after surgery. The
    trials that tested them were small and their results were mixed, and

    12                                                        Petrov et al.
    \u{C}Surgery and tablets                                 Annals of Nowhere

    nobody could tell which patients had a benefit from the treatment.

    Table 1. Trials of tablets after surgery
    Trial              N     Median RFS        HR (95% CI)        P
    HARBOUR-1          412   20.1 vs 19.8      0.97 (0.80-1.18)   0.76
    QUIET              188   31.0 vs 22.4      0.71 (0.52-0.97)   0.03
    (high risk only)
    LONGSHORE          250   18.2 vs 18.0      1.01 (0.81-1.26)   0.93
    Note. RFS, relapse-free survival; N, number of patients.

    2 Methods

    We searched two registers and read every report in full, and two of
    us took down the numbers.

    References
    1. Okafor B, Lind P. Relapse after liver surgery. J Made-Up Surg
       2019;12:45-51.
    2. Ruiz T. Tablets after surgery. Ann Nowhere 2021;7:100-9.

    13                                                        Petrov et al.
    """

  static let markdown = """
    # Watching or treating: a short review

    **Ana Silva**, *Bo Chen*

    ## Abstract

    Two trials are compared. One of them, *QUIET*, was positive.

    **Keywords:** watching, treating; review

    ## 1. Introduction

    Watching is cheap [1]. Treating is not [2, 3]; see **Table 1**.

    - first point
    - second point

    ### 1.1 Reasons

    Some reasons were given.

    **Table 1.** Costs of both ways.

    | Way | Cost | HR |
    |-----|-----:|----|
    | Watching | 10 | 1 |
    | Treating | 90 | 0.71 |

    ## References

    1. Silva, A. *Watching*. **Ann Nowhere** 2020, *3*, 4. <https://doi.org/10.5555/an.3.4>
    2. Chen, B. Treating. [https://doi.org/10.5555/an\\(20\\)5](https://doi.org/10.5555/an(20)5)
    3. Roe, J. Both. 2022.
    """

  static let chinese = """
    术后用药的虚构综述

    王小明1, 欧阳文2, 李 四*

    (1. 虚构大学附属医院外科, 海城; 2. 虚构研究所, 山城)

    【摘 要】目的：评价术后用药。方法：检索文献。结果：三项试验中一项为阳性。结论：证据不足。

    【关键词】 手术；用药；综述

    一、前言

    手术之后复发很常见，因此需要进一步
    的治疗[1]。本文综述有关试验。

    (一)复发的原因

    原因有以下几种：
    (1)残留病灶；
    (2)新生肿瘤。

    二、试验

    港湾试验纳入412例患者，复发风险没有下

    降，总生存也没有改善[2]。

    表1 试验一览

    试验\t例数\tHR
    港湾\t412\t0.97
    安静\t188\t0.71

    注：HR，风险比。

    三、结论

    证据仍然不足。

    参考文献：
    [1] 张三, 李四. 术后复发的研究[J]. 虚构杂志, 2020, 12(3): 1-5.
    [2] Okafor B, Lind P. Relapse after liver surgery[J]. J Made-Up Surg, 2019,
    12(3): 45-51.
    """

  static let twoColumns = """
                A paper in two columns about quiet livers

                     A. Petrov, B. Nakamura

    1. Introduction                                   second trial was stopped early because of
    Surgery is the treatment of choice for most       slow accrual and its results are not shown
    patients, but many of them have a relapse in      here in any detail at all.
    the years that follow. Drug therapy has been
    tried to prevent it. We read all the trials       2. Methods
    and took down their numbers. The first one        We searched two registers and read every
    was small and had no clear result, and the        report in full. Two of us took down the
    next one was larger. It had a clear result,       numbers and a third one compared them with
    which did not last for more than a year. A        the registers of the trials.
    """
}
