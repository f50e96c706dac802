import Literature
import Statistics

/// Sentences in English. Each form stands for a way in which reports print such figures.
enum EnglishSentences {
  static let kinds: [PlantedSentence.Kind] = [
    .init("N101,N102", .english) { random in
      let figures = Draw.ratio(true, &random)
      let tail = "; 95% CI, \(figures.low) to \(figures.high))."
      return (
        "Relapse was rarer with the combination (hazard ratio, \(figures.estimate)" + tail,
        "Relapse was rarer with the combination (hazard ratio, 1.\(figures.estimate.suffix(2))" + tail
      )
    },
    .init("N102", .english) { random in
      let figures = Draw.ratio(true, &random)
      let head = "The odds of readmission were lower in the intervention group (OR \(figures.estimate), 95% CI "
      return (head + "\(figures.low) to \(figures.high)).", head + "0.1\(figures.low.suffix(1)) to \(figures.high)).")
    },
    .init("N103", .english) { random in
      let figures = Draw.ratio(true, &random)
      let head = "Progression was delayed (HR \(figures.estimate), 95% CI \(figures.low)–\(figures.high), P "
      return (head + figures.p + ").", head + "= 0.\(Draw.whole(21...64, &random))).")
    },
    .init("N103", .english) { random in
      let figures = Draw.ratio(false, &random)
      let head = "The rate ratio for falls was \(figures.estimate) (95% CI: \(figures.low), \(figures.high); p "
      return (head + figures.p + ").", head + "= 0.00\(Draw.whole(2...9, &random))).")
    },
    .init("N104", .english) { random in
      let figures = Draw.ratio(false, &random)
      let tail = " between the groups (HR \(figures.estimate), 95% CI \(figures.low) to \(figures.high), P \(figures.p))."
      return ("Survival did not differ significantly" + tail, "Survival differed significantly" + tail)
    },
    .init("N104", .english) { random in
      let figures = Draw.ratio(true, &random)
      let tail = " (RR \(figures.estimate); 95% CI \(figures.low) to \(figures.high); P \(figures.p))."
      return ("The fall in infections was significant" + tail, "The fall in infections was not significant" + tail)
    },
    .init("N105", .english) { random in
      let share = Draw.share(&random)
      let head = "Adverse events led to withdrawal in \(share.count) of \(share.total) patients ("
      return (head + share.percent + "%).", head + share.wrong + "%).")
    },
    .init("N105", .english) { random in
      let share = Draw.share(&random)
      let tail = "% (\(share.count)/\(share.total))."
      return ("The response rate was " + share.percent + tail, "The response rate was " + share.wrong + tail)
    },
    .init("N106", .english) { random in
      let figures = Draw.ratio(true, &random)
      let head = "Death was less frequent (HR \(figures.estimate), 95% CI "
      return (head + "\(figures.low) to \(figures.high)).", head + "\(figures.high) to \(figures.low)).")
    },
    .init("N106", .english) { random in
      let hundredths = Draw.whole(11...89, &random)
      return (
        "Blood loss was the same in both arms (P = 0.\(hundredths)).",
        "Blood loss was the same in both arms (P = 1.\(hundredths))."
      )
    },
    .init("N121", .english) { random in
      let times = Draw.months(&random)
      let tail = " from \(times.shorter) months to \(times.longer) months."
      return ("Median survival was prolonged" + tail, "Median survival was shortened" + tail)
    },
    .init("N121", .english) { random in
      let (low, high) = (Draw.whole(41...63, &random), Draw.whole(71...94, &random))
      let tail = " from \(high).4 to \(low).8 mmol/mol after six months."
      return ("The mean glycated haemoglobin fell" + tail, "The mean glycated haemoglobin rose" + tail)
    },
    .init("N122", .english) { random in
      let times = Draw.months(&random)
      let tail = " in the drain group than in the control group (\(times.longer) vs \(times.shorter) days)."
      return ("Hospital stay was longer" + tail, "Hospital stay was shorter" + tail)
    },
    .init("N123", .english) { random in
      let arm = Draw.whole(101...298, &random)
      let head = "A total of \(2 * arm) patients were randomly assigned to surgery (n = \(arm)) or observation (n = "
      return (head + "\(arm)).", head + "\(arm + Draw.whole(11...29, &random))).")
    },
    .init("N123", .english) { random in
      let arm = Draw.whole(101...298, &random)
      let head = "Of \(2 * arm) randomised participants, \(arm) were assigned to the early group and "
      return (head + "\(arm) to the late group.", head + "\(arm + Draw.whole(11...29, &random)) to the late group.")
    },
    .init("N141", .english) { random in
      let (degrees, t) = (Draw.whole(40...180, &random), Double(Draw.whole(230...320, &random)) / 100)
      let p = StudentT(degreesOfFreedom: Double(degrees)).twoSided(t)
      let head = "Scores were lower after training, t(\(degrees)) = \(Printed.fixed(t, 2)), p "
      return (head + Printed.p(p) + ".", head + "= .\(Draw.whole(21...64, &random)).")
    },
    .init("N141", .english) { random in
      let value = Double(Draw.whole(20...190, &random)) / 100
      let p = ChiSquare(degreesOfFreedom: 1).upperTail(value)
      let head = "Sex was balanced between the groups, χ²(1) = \(Printed.fixed(value, 2)), p "
      return (head + Printed.p(p) + ".", head + "= .0\(Draw.whole(11...39, &random)).")
    },
    .init("T602", .english) { random in
      let digits = Draw.whole(1_000_000...9_999_999, &random)
      return (
        "The extension is registered as NCT0\(digits) and still recruits.",
        "The extension is registered as NCT\(digits) and still recruits."
      )
    },
  ]
}
