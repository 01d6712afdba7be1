/**
 * Macros that writers expect everywhere although neither LaTeX nor KaTeX has them, and
 * commands of LaTeX packages and of MathJax that KaTeX lacks. None of them is known to
 * KaTeX (a test sees to that), so none changes a formula that works.
 */
export const USUAL_MACROS: readonly string[] = [
  // Sets, expectations, operators: the names of blackboard letters that KaTeX leaves free.
  '\\def\\E{\\mathbb{E}}\\def\\Q{\\mathbb{Q}}\\def\\F{\\mathbb{F}}',
  '\\def\\Var{\\operatorname{Var}}\\def\\Cov{\\operatorname{Cov}}\\def\\KL{\\operatorname{KL}}',
  '\\def\\sgn{\\operatorname{sgn}}\\def\\sign{\\operatorname{sign}}\\def\\tr{\\operatorname{tr}}\\def\\Tr{\\operatorname{Tr}}',
  '\\def\\rank{\\operatorname{rank}}\\def\\diag{\\operatorname{diag}}\\def\\lcm{\\operatorname{lcm}}\\def\\Span{\\operatorname{span}}',
  '\\def\\softmax{\\operatorname{softmax}}\\def\\arccot{\\operatorname{arccot}}\\def\\arcsec{\\operatorname{arcsec}}\\def\\arccsc{\\operatorname{arccsc}}',
  '\\def\\part{\\partial}\\def\\and{\\land}\\def\\or{\\lor}\\def\\abs#1{\\left|#1\\right|}\\def\\norm#1{\\left\\lVert#1\\right\\rVert}',
  '\\def\\dd{\\mathop{}\\!\\mathrm{d}}\\def\\dv#1#2{\\frac{\\mathrm{d}#1}{\\mathrm{d}#2}}\\def\\pdv#1#2{\\frac{\\partial#1}{\\partial#2}}',
  // LaTeX and its packages.
  '\\def\\mbox#1{\\text{#1}}\\def\\vspace#1{}\\def\\noindent{}\\def\\par{}\\def\\medskip{}\\def\\smallskip{}\\def\\bigskip{}\\def\\displaybreak{}',
  '\\def\\mathds#1{\\mathbb{#1}}\\def\\mathbbm#1{\\mathbb{#1}}\\def\\textsc#1{\\text{#1}}\\def\\ensuremath#1{#1}',
  '\\def\\slashed#1{\\cancel{#1}}\\def\\degC{{^\\circ\\mathrm{C}}}\\def\\celsius{{^\\circ\\mathrm{C}}}\\def\\hfill{\\quad}\\def\\hfil{\\quad}',
  '\\def\\overparen#1{\\overgroup{#1}}\\def\\underparen#1{\\undergroup{#1}}\\def\\wideparen#1{\\overgroup{#1}}',
  "\\def\\iddots{⋰}\\def\\idotsint{\\int\\cdots\\int}\\def\\textquotesingle{\\text{'}}\\def\\shoveleft#1{#1}\\def\\shoveright#1{#1}",
  '\\def\\buildrel#1\\over#2{\\mathrel{\\mathop{#2}\\limits^{#1}}}\\def\\displaylines#1{\\begin{gathered}#1\\end{gathered}}',
  // MathJax.
  '\\def\\class#1#2{#2}\\def\\cssId#1#2{#2}\\def\\style#1#2{#2}\\def\\require#1{}\\def\\unicode#1{\\char#1}\\def\\Rule#1#2#3{\\rule{#1}{#2}}',
  '\\def\\mit{\\mathit}\\def\\scr{\\mathscr}\\def\\Tiny{\\tiny}\\def\\strut{\\vphantom{(}}',
  '\\def\\bbox{\\@ifnextchar[{\\bbox@with@option}{\\bbox@with@option[]}}\\def\\bbox@with@option[#1]#2{#2}',
  '\\def\\cancelto#1#2{\\overset{#1}{\\cancel{#2}}}\\def\\mspace#1{\\mskip#1}\\def\\leftroot#1{}\\def\\uproot#1{}\\def\\skew#1#2#3{#2{#3}}',
  '\\def\\enclose#1#2{\\boxed{#2}}\\def\\moveleft#1#2{#2}\\def\\moveright#1#2{#2}\\def\\mmlToken#1#2{\\text{#2}}',
];
