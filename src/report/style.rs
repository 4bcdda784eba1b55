//! The look of the report: one column of text, sans for what is counted, serif for what is told.
//!
//! Colours come from [`crate::plot::style`], so that text and drawings share them in light and dark.

use crate::plot;

/// Widths of figures on paper, in millimetres.
const WIDTHS: std::ops::RangeInclusive<u16> = 120..=174;

/// Returns the whole style sheet; `foot` stands at the foot of every printed page.
pub fn style(foot: &str) -> String {
    let ranks: String = (1..7).map(|rank| format!(".c{rank}{{--c:var(--p{rank})}}")).collect();
    let widths: String = WIDTHS.map(|mm| format!(".mm{mm}{{--paper:{mm}mm}}")).collect();
    format!(
        "{}{TEXT}{FRAME}{PARTS}.c0{{--c:var(--ink)}}{ranks}{NARROW}{PAPER}@media print{{{widths}}}@page{{@bottom-left{{content:\"{}\";font:8pt {SANS};color:#555}}}}",
        plot::style(),
        css_string(foot),
    )
}

const SANS: &str = "\"Source Sans 3\",\"Segoe UI\",\"Helvetica Neue\",Arial,\"Liberation Sans\",sans-serif";

const TEXT: &str = "
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--bg);color:var(--ink);font:17px/1.55 Charter,\"Iowan Old Style\",Georgia,\"Liberation Serif\",serif;--sans:\"Source Sans 3\",\"Segoe UI\",\"Helvetica Neue\",Arial,\"Liberation Sans\",sans-serif}
.page{max-width:740px;margin:0 auto;padding:0 20px 60px}
h1,h2,h3,nav,table,figure,.cap,.notes,.box,.strip,.at,.ct,.ctx b,footer,summary,.banner,.colo,.kick,.hint,dl{font-family:var(--sans)}
h1{font-size:33px;line-height:1.15;margin:.4em 0 .3em;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:24px;line-height:1.2;margin:2.6em 0 .5em;padding-top:.5em;border-top:2px solid var(--ink)}
h2 .no{color:var(--mute);font-weight:400;margin-right:.25em}
h3{font-size:18px;line-height:1.3;margin:2em 0 .4em}
p{margin:.6em 0 .9em}
a{color:var(--link);text-underline-offset:2px}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.lead{font-size:19px;color:var(--mute);margin-top:0;text-wrap:pretty}
.kick{font-weight:600;font-size:13px;line-height:1.3;color:var(--mute);margin:34px 0 0}
.banner{background:var(--ink);color:var(--bg);font-size:14px;font-weight:600;padding:8px 20px;margin:0;text-align:center}
.nw{white-space:nowrap}
.quiet{color:var(--mute)}
.todo{color:var(--mute);border-bottom:1px dashed var(--mute)}
abbr{text-decoration:underline dotted;text-underline-offset:2px}
:target{outline:2px solid var(--h2);outline-offset:4px}
";

const FRAME: &str = "
.strip{display:grid;grid-template-columns:repeat(4,1fr);gap:0 18px;border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:12px 0;margin:22px 0}
.strip b{display:block;font-size:26px;line-height:1.15;font-variant-numeric:tabular-nums}
.strip span{display:block;font-size:13px;line-height:1.3;color:var(--mute)}
nav ol{columns:2;padding-left:1.2em;font-size:15px;margin:.6em 0}
ul.key{padding-left:1.1em}
ul.key li{margin:.5em 0}
figure{margin:34px 0 40px}
.cap,figcaption .ti{display:block;font-weight:700;font-size:17px;line-height:1.3;text-wrap:pretty}
.cap{margin:0 0 8px}
.cap i,.ti i{font-style:normal;color:var(--mute);font-weight:600;margin-right:.35em}
.un{display:block;font-weight:400;font-size:14px;line-height:1.4;color:var(--mute);margin:2px 0 0}
figcaption{margin-bottom:12px}
.sub{font-weight:600;font-size:14px;margin:18px 0 6px}
.notes{font-size:13px;line-height:1.45;color:var(--mute);margin:12px 0 0}
.notes p{margin:.15em 0}
.notes b{color:var(--ink);font-weight:600}
details{font-size:13.5px;margin:8px 0 0}
summary{cursor:pointer;color:var(--link);font-size:13.5px}
.fold .inside{scroll-margin-top:44px}
details.fold{margin:6px 0}
details .scroll{margin-top:8px}
.scroll{overflow-x:auto}
.hint{display:none}
.tb{margin:34px 0 40px}
table{border-collapse:collapse;font-size:14px;line-height:1.35;width:100%;font-variant-numeric:tabular-nums lining-nums}
th,td{padding:5px 10px 5px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{border-top:1.5px solid var(--ink);border-bottom:1.5px solid var(--ink);font-weight:600;vertical-align:bottom}
tbody tr:last-child>*{border-bottom:1.5px solid var(--ink)}
tbody th{font-weight:600}
tr.all>*{font-weight:700;border-top:1px solid var(--ink)}
td.n,th.n{text-align:right;padding:5px 0 5px 10px;white-space:nowrap}
thead th.n{white-space:normal}
td:not(.n)+td.n,th:not(.n)+td.n{padding-left:14px}
td.n+td:not(.n),th.n+th:not(.n){padding-left:14px}
:is([id^=tab-coreq-],[id^=tab-srqr-]) thead th:first-child{width:2.4em}
:is([id^=tab-coreq-],[id^=tab-srqr-]) thead th:nth-child(2){width:38%}
";

const PARTS: &str = "
.box{background:var(--soft);padding:14px 18px 12px;margin:26px 0;font-size:15px;line-height:1.5}
.box .bt{font-weight:700;margin:0 0 .4em}
.box p{margin:.3em 0 .5em}
.box ul.key{margin:.3em 0}
.box ul.key li{margin:.1em 0}
.warn{border-left:5px solid var(--ink)}
.warn ul.key li{margin:.4em 0}
.card{margin:30px 0;border-top:5px solid var(--c);padding-top:10px}
.card h3{margin:0 0 .1em;font-size:19px}
.card .at{font-size:14px;color:var(--mute);margin:0}
.card dl{font-size:14px;line-height:1.45;display:grid;grid-template-columns:11em 1fr;gap:4px 14px;margin:10px 0}
.card dt{color:var(--mute)}
.card dd{margin:0}
blockquote{margin:12px 0;padding:0 0 0 16px;border-left:2px solid var(--line)}
blockquote .said{margin:0;font-style:italic}
blockquote footer{font-size:13px;line-height:1.45;color:var(--mute);margin-top:2px}
blockquote.ctr{border-left:2px dashed var(--mute)}
blockquote .ct{font-weight:600;font-size:12.5px;line-height:1.3;color:var(--mute);margin:0 0 2px}
mark{background:var(--h1);color:inherit;padding:0 1px}
.ctx{font-size:15px;margin:14px 0}
.ctx b{font-weight:600;font-size:13px;margin-right:.3em}
.colo{font-size:13px;line-height:1.5;color:var(--mute)}
.colo p{margin:.3em 0;overflow-wrap:anywhere}
";

const NARROW: &str = "
@media screen and (max-width:640px){
body{font-size:16px}
.page{padding:0 20px 40px}
h1{font-size:26px}
h2{font-size:21px}
.strip{grid-template-columns:1fr 1fr;gap:12px 14px}
nav ol{columns:1}
.hint{display:block;font-size:12.5px;color:var(--mute);margin:0 0 4px}
.tb .scroll table{min-width:560px}
.scroll tbody th{position:sticky;left:0;background:var(--bg);max-width:150px}
.card dl{grid-template-columns:1fr;gap:0}
.card dd{margin-bottom:6px}
}
";

const PAPER: &str = "
@page{size:A4;margin:17mm 18mm 18mm;@bottom-right{content:counter(page);font:8pt sans-serif;color:#555}}
@media print{
body{font-size:10.5pt;line-height:1.42;background:#fff}
.page{max-width:none;padding:0}
.banner{border:1.5px solid #000;background:none;color:#000;padding:4px}
h1{font-size:23pt}
h2{font-size:16pt;margin-top:1.6em;padding-top:.3em;break-after:avoid}
h3{break-after:avoid}
/* A browser takes the space at the end of a line out of the bookmark of a heading. */
h1,h2,h3{white-space:pre-wrap}
figure>details,details.fold:not(.printed),.hint{display:none}
details.printed::details-content{content-visibility:visible;block-size:auto;opacity:1}
details.printed>summary{list-style:none;color:inherit;font-weight:600;break-after:avoid}
figure,.tb{margin:14pt 0 16pt;break-inside:avoid}
.tb.long{break-inside:auto}
.tb.long tbody tr:nth-child(-n+2){break-after:avoid}
.tb.long tbody tr:nth-last-child(-n+3){break-before:avoid}
details.printed tbody tr:first-child{break-after:avoid}
details.printed tbody tr:last-child{break-before:avoid}
thead{display:table-header-group}
tr{break-inside:avoid}
.cap,figcaption{break-inside:avoid;break-after:avoid}
table{font-size:8.8pt}
.notes{font-size:8.5pt;break-before:avoid}
.scroll{overflow:visible}
a{color:inherit;text-decoration:none}
abbr{text-decoration:none}
figure svg.plot.wide{width:var(--paper,158mm);max-width:174mm}
.card{break-inside:auto}
.card h3,.card>p,.card dl{break-after:avoid}
.card>p,.card dl{break-inside:avoid}
blockquote{break-inside:avoid;margin:7pt 0}
.ctx{font-size:9pt;margin:6pt 0}
.strip{margin:12pt 0}
.box{border:1px solid #999;background:none;font-size:9.5pt;break-inside:avoid}
.box.warn{border-left:4pt solid #000}
p,blockquote{orphans:3;widows:3}
}
";

/// Writes a text inside a CSS string; it can close neither the string nor the style element.
fn css_string(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '"' | '\\' | '<' | '>' | '&' => format!("\\{:x} ", u32::from(letter)),
            control if control.is_control() => " ".to_owned(),
            other => other.to_string(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_study_name_cannot_leave_the_style() {
        let sheet = style("A\"}</style><script>\n");
        assert!(!sheet.contains("</style"));
        assert!(!sheet.contains("A\""));
    }

    #[test]
    fn nothing_is_fetched() {
        let sheet = style("Étude");
        assert!(!sheet.contains("url(") && !sheet.contains("@import") && !sheet.contains("http"));
    }
}
