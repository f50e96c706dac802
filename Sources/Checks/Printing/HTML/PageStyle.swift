/// How the page looks: text in a column to read, notes in the margin, the same in the dark and on paper.
///
/// Colour never stands alone: what fails has a wavy line, what could not be checked a dotted one.
enum PageStyle {
  static let css = """

    :root {
      --paper: #fdfcf9; --ink: #1d1f23; --soft: #686c73; --rule: #dddad2; --card: #fff; --bar: #f3f1ea;
      --error: #b3261e; --warning: #9a6700; --info: #3a5f8a;
      --right: #1a7f4b; --wrong: #b3261e; --known: #3a5f8a; --seen: #8d9096;
      --error-tint: #fbe9e7; --warning-tint: #fdf3d7; --info-tint: #e8eff7; --right-tint: #e3f3ea;
      --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif;
      --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
      --mono: ui-monospace, "SF Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #17181b; --ink: #dcdcd8; --soft: #9a9da3; --rule: #35373c; --card: #1f2125; --bar: #1d1f23;
        --error: #ff8a80; --warning: #e3b341; --info: #8fb8e8;
        --right: #5ccb91; --wrong: #ff8a80; --known: #8fb8e8; --seen: #7d8087;
        --error-tint: #3b2120; --warning-tint: #352c16; --info-tint: #1f2b3a; --right-tint: #18301f;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 4rem; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.62 var(--serif); }
    nav { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; align-items: center;
      padding: .5rem 1.5rem; background: var(--bar); border-bottom: 1px solid var(--rule); font: 13px/1.6 var(--sans); }
    nav label { white-space: nowrap; }
    nav b { font-variant-numeric: tabular-nums; }
    nav .error b { color: var(--error); } nav .warning b { color: var(--warning); } nav .info b { color: var(--info); }
    nav select, nav button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--rule); border-radius: 4px; padding: .1rem .5rem; }
    .step { margin-left: auto; }
    main, .rules, footer { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
    .sheet { margin: 1.6rem 0 1.2rem; padding-bottom: 1.2rem; border-bottom: 1px solid var(--rule); font: 13.5px/1.55 var(--sans); }
    .sheet p { margin: 0 0 .5rem; }
    .file { font: 600 13px/1.5 var(--mono); overflow-wrap: anywhere; }
    .sum { color: var(--soft); }
    .bar { display: flex; gap: 2px; height: 12px; border-radius: 6px; overflow: hidden; max-width: 46rem; }
    .bar span { min-width: 3px; }
    .bar .right, .legend .right i { background: var(--right); } .bar .wrong, .legend .wrong i { background: var(--wrong); }
    .bar .known, .legend .known i { background: var(--known); } .bar .seen, .legend .seen i { background: var(--rule); }
    .legend { display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; list-style: none; margin: .5rem 0 0; padding: 0; }
    .legend i { display: inline-block; width: .7em; height: .7em; border-radius: 2px; margin-right: .45em; }
    .legend b { font-variant-numeric: tabular-nums; }
    .files { max-width: 78rem; margin: 1.2rem auto 0; padding: 0 1.5rem 0 3rem; font: 13.5px/1.6 var(--sans); }
    .contents { margin-top: .9rem; } .contents summary { cursor: pointer; font-weight: 600; }
    .contents ol { margin: .3rem 0 0; padding-left: 2.2rem; max-width: 62rem; }
    .contents li[hidden] { display: none; }
    .contents a { font-family: var(--mono); font-size: 12px; text-decoration: none; border-bottom: 1px dotted; }
    .contents .error a { color: var(--error); } .contents .warning a { color: var(--warning); } .contents .info a { color: var(--info); }
    .row { display: grid; grid-template-columns: minmax(0, 44rem) minmax(16rem, 1fr); gap: 0 2.4rem; }
    .text { min-width: 0; }
    h1 { font-size: 1.65rem; line-height: 1.3; margin: 1rem 0 .8rem; text-wrap: balance; }
    h2 { font-size: 1.3rem; margin: 1.8rem 0 .5rem; } h3 { font-size: 1.1rem; margin: 1.3rem 0 .4rem; }
    h4, h5 { font-size: 1rem; margin: 1rem 0 .3rem; }
    .text p { margin: 0 0 .85rem; overflow-wrap: break-word; hanging-punctuation: allow-end; }
    .text:lang(zh) p { text-align: justify; line-height: 1.8; }
    .caption { font: 600 .86rem/1.5 var(--sans); margin-top: .8rem !important; }
    .small { font-size: .86rem; color: var(--soft); }
    .entry { font-size: .88rem; line-height: 1.5 !important; padding-left: 2.6rem; text-indent: -2.6rem; text-align: left !important; }
    .entry .label { display: inline-block; width: 2.6rem; text-indent: 0; color: var(--soft); font-variant-numeric: tabular-nums; }
    .scroll { overflow-x: auto; margin: .3rem 0 1rem; }
    table { border-collapse: collapse; font: .8rem/1.45 var(--sans); font-variant-numeric: tabular-nums; border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
    th, td { padding: .3rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
    th { border-bottom-color: var(--ink); }
    sup, sub { line-height: 0; }
    a { color: inherit; } a.ref { text-decoration: none; border-bottom: 1px dotted var(--soft); }
    .n { border-radius: 2px; }
    .n.right { color: var(--right); } .n.known { color: var(--known); text-decoration: underline dotted 1px; text-underline-offset: 3px; }
    .n.seen { color: inherit; } .n.wrong { color: var(--wrong); font-weight: 600; }
    .plain .n { color: inherit; font-weight: inherit; text-decoration: none; }
    .f { text-decoration: underline wavy 1.5px; text-underline-offset: 3px; text-decoration-skip-ink: none; cursor: pointer; }
    .f.info { background: var(--info-tint); text-decoration: underline dashed 1px var(--info); }
    .f.warning { background: var(--warning-tint); text-decoration-color: var(--warning); }
    .f.error { background: var(--error-tint); text-decoration-color: var(--error); }
    .f.waived { background: none; text-decoration: underline dotted 1px var(--soft); }
    .entry .f { text-decoration: none; }
    .rel { border-bottom: 1px dashed var(--soft); }
    .off { background: none !important; text-decoration: none !important; border-bottom-color: transparent; }
    .lit { outline: 2px solid currentColor; outline-offset: 1px; border-radius: 2px; }
    .margin { font: 13px/1.5 var(--sans); padding-top: .15rem; }
    .note { background: var(--card); border: 1px solid var(--rule); border-left: 4px solid var(--info); border-radius: 4px; padding: .45rem .7rem .5rem; margin: 0 0 .6rem; }
    .note.error { border-left-color: var(--error); } .note.warning { border-left-color: var(--warning); }
    .note.waived { opacity: .65; border-left-style: dotted; }
    .note[hidden] { display: none; }
    .note:focus { outline: 2px solid var(--info); outline-offset: 1px; }
    .note.lit { outline: 2px solid var(--soft); outline-offset: 0; }
    .note header { display: flex; gap: .6rem; align-items: baseline; font-size: 12px; }
    .note .sev { font-weight: 700; color: var(--info); }
    .note.error .sev { color: var(--error); } .note.warning .sev { color: var(--warning); }
    .note .code { font-family: var(--mono); text-decoration: none; } .note .place { margin-left: auto; color: var(--soft); text-decoration: none; }
    .note p { margin: .15rem 0 0; overflow-wrap: anywhere; }
    .note .why, .note .help { color: var(--soft); }
    .note summary { margin-top: .25rem; color: var(--soft); font-size: 12px; cursor: pointer; }
    .note pre { margin: .35rem 0; padding: .4rem .5rem; background: var(--bar); border-radius: 3px; font: 11.5px/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
    .note ul { margin: .35rem 0; padding-left: 1.1rem; }
    q { color: var(--soft); quotes: "“" "”"; overflow-wrap: anywhere; }
    .rules { border-top: 1px solid var(--rule); margin-top: 2.5rem; font: 14px/1.6 var(--sans); }
    .rules details { margin: .3rem 0; } .rules details p { max-width: 46rem; margin: .4rem 0 .4rem 1.1rem; } .rules summary { cursor: pointer; }
    footer { margin-top: 2rem; padding-bottom: 2rem; color: var(--soft); font: 12px/1.5 var(--sans); }
    @media (max-width: 60rem) {
      .row { grid-template-columns: minmax(0, 1fr); }
      .margin { padding: 0 0 .4rem; }
    }
    @media print {
      :root { --paper: #fff; --card: #fff; --bar: #fff; }
      body { font-size: 10pt; line-height: 1.45; }
      nav, footer, .rules { display: none; }
      main { max-width: none; padding: 0; }
      main + main { break-before: page; }
      .row { grid-template-columns: minmax(0, 1fr) 6cm; gap: 0 .6cm; }
      .margin { font-size: 7.5pt; line-height: 1.35; }
      .note { break-inside: avoid; padding: 2pt 4pt; }
      .note header { font-size: 7.5pt; }
      .note summary { display: none; }
      .note details::details-content { content-visibility: visible; block-size: auto; }
      .note pre { font-size: 6.5pt; padding: 0; }
      h2, h3, h4 { break-after: avoid; }
      table { font-size: 7.5pt; }
      .bar span, .legend i, .f, .n { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
