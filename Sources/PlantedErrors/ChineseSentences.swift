import Literature
import Statistics

/// Sentences in Chinese, of the same kinds.
enum ChineseSentences {
  static let kinds: [PlantedSentence.Kind] = [
    .init("N101,N102", .chinese) { random in
      let figures = Draw.ratio(true, &random)
      let tail = ", 95% CI \(figures.low)~\(figures.high))。"
      return ("联合组复发风险较低(HR = \(figures.estimate)" + tail, "联合组复发风险较低(HR = 1.\(figures.estimate.suffix(2))" + tail)
    },
    .init("N102", .chinese) { random in
      let figures = Draw.ratio(true, &random)
      let head = "干预组再入院较少(OR = \(figures.estimate), 95% CI: "
      return (head + "\(figures.low)-\(figures.high))。", head + "0.1\(figures.low.suffix(1))-\(figures.high))。")
    },
    .init("N103", .chinese) { random in
      let figures = Draw.ratio(true, &random)
      let head = "试验组疾病进展延迟(HR = \(figures.estimate), 95% CI \(figures.low)~\(figures.high), P "
      return (head + figures.p + ")。", head + "= 0.\(Draw.whole(21...64, &random)))。")
    },
    .init("N104", .chinese) { random in
      let figures = Draw.ratio(false, &random)
      let tail = "(HR = \(figures.estimate), 95% CI \(figures.low)~\(figures.high), P \(figures.p))。"
      return ("两组总生存差异无统计学意义" + tail, "两组总生存差异有统计学意义" + tail)
    },
    .init("N104", .chinese) { random in
      let figures = Draw.ratio(true, &random)
      let tail = "(RR = \(figures.estimate), 95% CI \(figures.low)~\(figures.high), P \(figures.p))。"
      return ("感染率显著下降" + tail, "感染率差异无统计学意义" + tail)
    },
    .init("N105", .chinese) { random in
      let share = Draw.share(&random)
      let tail = "%(\(share.count)/\(share.total))。"
      return ("客观缓解率为 " + share.percent + tail, "客观缓解率为 " + share.wrong + tail)
    },
    .init("N105", .chinese) { random in
      let share = Draw.share(&random)
      let head = "\(share.total) 例患者中 \(share.count) 例("
      return (head + share.percent + "%)发生不良反应。", head + share.wrong + "%)发生不良反应。")
    },
    .init("N106", .chinese) { random in
      let figures = Draw.ratio(true, &random)
      let head = "死亡风险降低(HR = \(figures.estimate), 95% CI "
      return (head + "\(figures.low)~\(figures.high))。", head + "\(figures.high)~\(figures.low))。")
    },
    .init("N121", .chinese) { random in
      let times = Draw.months(&random)
      return (
        "中位生存期由 \(times.shorter) 个月延长至 \(times.longer) 个月。", "中位生存期由 \(times.longer) 个月延长至 \(times.shorter) 个月。"
      )
    },
    .init("N122", .chinese) { random in
      let times = Draw.months(&random)
      let tail = "对照组(\(times.shorter) d 比 \(times.longer) d)。"
      return ("试验组平均住院时间短于" + tail, "试验组平均住院时间长于" + tail)
    },
    .init("N123", .chinese) { random in
      let arm = Draw.whole(101...298, &random)
      let head = "将 \(2 * arm) 例患者随机分为手术组(n = \(arm))和观察组(n = "
      return (head + "\(arm))。", head + "\(arm + Draw.whole(11...29, &random)))。")
    },
    .init("N141", .chinese) { random in
      let t = Double(Draw.whole(40...140, &random)) / 100
      let head = "两组术前评分比较差异无统计学意义(t = \(Printed.fixed(t, 2)), P "
      let p = StudentT(degreesOfFreedom: 118).twoSided(t)
      return (head + Printed.p(p) + ")。", head + "= 0.00\(Draw.whole(2...9, &random)))。")
    },
    .init("T602", .chinese) { random in
      let digits = Draw.whole(100_000...999_999, &random)
      return ("延长期研究已注册(ChiCTR2100\(digits))。", "延长期研究已注册(ChiCTR210\(digits))。")
    },
  ]
}
