/// Weights of `ComparisonModel.builtIn`; written by `concord-measure train`, not by hand.
enum ComparisonWeights {
  static let ranker: StaticString = """
    abstract -0.145
    aim -0.444
    armCue 0.724
    bias -3.631
    bothArms 0.287
    caption -1.343
    comparator 0.234
    comparison 0.367
    discussion -1.148
    effectCue -0.029
    heading -0.637
    interval 0.176
    intervention -0.077
    introduction -1.71
    long -0.074
    methods -1.451
    numbers 0.897
    outcome -2.937
    outcomeAdjacent 1.428
    outcomeSquared 1.501
    outcomeWithHeading 0.854
    outcomeWithPrevious 0.618
    outcome×abstract 1.43
    outcome×arms 0.479
    outcome×cue 0.521
    outcome×pValue 0.366
    outcome×results 0.502
    outcome×table 1.355
    pValue 1.007
    results 0.182
    sameCue 0.606
    short 0.053
    significantCue 0.607
    table 0.056
    """

  static let effects: StaticString = """
    bias -0.307 0.416 -0.109
    c.allLarge -0.099 0.22 -0.121
    c.allSmall 0.069 -0.197 0.128
    c.change 0.153 -0.269 0.115
    c.down 0.311 0.007 -0.318
    c.improve -0.155 -0.1 0.256
    c.judged -0.012 -0.102 0.114
    c.judged.not -0.055 0.04 0.016
    c.not.change -0.119 0.103 0.016
    c.not.down -0.067 0.075 -0.008
    c.not.improve -0.015 0.036 -0.022
    c.not.same -0.096 0.229 -0.133
    c.not.significant -0.346 0.834 -0.487
    c.not.up -0.022 -0.031 0.053
    c.not.worsen 0.0 -0.0 0.0
    c.pLarge -0.013 0.091 -0.078
    c.pSmall 0.002 -0.086 0.084
    c.same -0.096 0.223 -0.127
    c.significant 0.207 -0.26 0.052
    c.up -0.492 -0.017 0.509
    c.worsen -0.053 -0.023 0.076
    estimate.sign -0.134 0.059 0.075
    interval.in -0.138 0.372 -0.234
    interval.out -0.192 0.105 0.087
    near.change 0.165 -0.205 0.04
    near.down 0.403 0.037 -0.439
    near.improve -0.152 -0.053 0.205
    near.judged -0.101 -0.01 0.111
    near.judged.not -0.03 0.007 0.023
    near.not.change -0.065 0.065 0.001
    near.not.down -0.059 0.066 -0.008
    near.not.improve -0.015 0.036 -0.022
    near.not.same -0.105 0.183 -0.078
    near.not.up -0.022 -0.031 0.053
    near.same -0.112 0.136 -0.023
    near.up -0.442 0.102 0.341
    near.worsen -0.05 -0.018 0.069
    noP -0.127 0.211 -0.084
    numbers.equal 0.038 0.104 -0.142
    numbers.ordered -0.007 -0.292 0.299
    numbers.unordered -0.01 0.04 -0.031
    o.change -0.183 -0.088 0.271
    o.down -0.004 0.019 -0.014
    o.improve -0.102 -0.086 0.188
    o.judged 0.035 0.018 -0.053
    o.not.change -0.032 0.071 -0.039
    o.not.down -0.01 0.018 -0.008
    o.not.up 0.001 -0.001 0.001
    o.significant -0.012 -0.007 0.02
    o.up -0.005 0.013 -0.008
    o.worsen 0.011 -0.032 0.021
    s.allLarge -0.385 0.576 -0.191
    s.allSmall 0.351 -0.6 0.249
    s.change 0.12 -0.144 0.023
    s.down 0.076 0.043 -0.119
    s.improve 0.007 -0.073 0.066
    s.judged -0.012 -0.013 0.025
    s.judged.not -0.026 -0.03 0.056
    s.not.change -0.047 -0.057 0.104
    s.not.down -0.005 0.056 -0.052
    s.not.same 0.056 -0.123 0.068
    s.not.significant -0.295 0.634 -0.339
    s.not.up 0.05 -0.011 -0.039
    s.pLarge -0.191 0.347 -0.156
    s.pSmall 0.01 -0.142 0.131
    s.same 0.097 0.016 -0.112
    s.significant -0.098 0.143 -0.045
    s.up 0.077 -0.163 0.086
    s.worsen -0.038 0.069 -0.031
    table -0.07 -0.11 0.18
    """
}
