/** Black on white on paper, readable on a phone, no request to anywhere. On paper a plan is a sheet or two (SPEC X10). */
export const SHEET_STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#f7f4ee;color:#21262e;font:17px/1.45 system-ui,sans-serif}
main{max-width:940px;margin:0 auto;padding:32px 20px 64px}
article{background:#fff;border:1px solid #ddd6c8;border-radius:12px;padding:32px 36px;margin:0 0 28px}
h1,h2,h3,p,ul,ol,dl,dd,blockquote{margin:0}
h1{font-size:31px;line-height:1.15}
h2{font-size:18px;line-height:1.3;color:#1d5b4f;margin-bottom:6px}
h3{font-size:17px;line-height:1.35}
h3 small{font-weight:400;font-size:16px}
section{margin-top:22px}
p,li,td,th,dd,blockquote{overflow-wrap:anywhere}
.head{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:10px 32px;padding-bottom:16px;border-bottom:2px solid #21262e}
.head .where{text-align:end;color:#555d69;font-size:16px;max-width:300px}
.head .team{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:0 22px;padding:0;list-style:none}
.quiet,small{color:#555d69;font-size:16px;font-weight:400}
.lead{font-size:19px}
.voices{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:12px;margin-top:10px}
blockquote{padding:12px 16px;background:#fdeedd;border:1px solid #dfa95a;border-radius:12px}
blockquote[data-side=current]{background:#e6ebf0;border-color:#9db0c2;border-radius:2px}
blockquote footer{color:#43331c;font-size:16px;margin-top:6px}
blockquote[data-side=current] footer{color:#2c3a47}
.big{font-size:22px;line-height:1.35;font-weight:600}
.three{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:20px}
.three p{padding-inline-start:12px;border-inline-start:3px solid #8f8777}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:0 32px}
ul,ol{padding-inline-start:20px}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:16px}
caption{text-align:start;font-weight:700;color:#1d5b4f;font-size:18px;padding-bottom:4px}
th,td{text-align:start;vertical-align:top;padding:6px 14px 6px 0;border-bottom:1px solid #ddd6c8;font-weight:400}
thead th{font-weight:600;color:#555d69;border-bottom:1.5px solid #8f8777}
tbody th[scope=row]{font-weight:600}
tbody.person th[scope=row]{font-weight:400}
tr.who th{padding-top:14px;border-bottom:0}
.measures table,.steps table,.tests table{table-layout:fixed}
.measures th:nth-child(1){width:46%}.measures th:nth-child(2){width:27%}.measures th:nth-child(3){width:13%}
.steps thead th:nth-child(1){width:52%}.steps thead th:nth-child(2){width:8%}.steps thead th:nth-child(3){width:14%}
.tests th:nth-child(1){width:12%}
.screen{color:#555d69;font-size:16px}
.growth{border-top:1px solid #ddd6c8;padding-top:12px;margin-top:18px}
.thread{margin-top:28px;border-top:1px solid #ddd6c8;padding-top:18px}
@media (max-width:640px){article{padding:20px 16px}.head,.three{grid-template-columns:minmax(0,1fr)}.head .where{text-align:start}.wide table{min-width:520px}}
@page{margin:8mm 13mm}
@media print{
body{background:#fff;font:8.4pt/1.24 Arial,Helvetica,sans-serif}
main{max-width:none;padding:0}
article{border:0;border-radius:0;padding:0;margin:0}
article+article{break-before:page}
h1{font-size:18pt}h2,caption{font-size:9pt;color:#000;margin-bottom:2pt;padding-bottom:1pt;break-after:avoid}h3{font-size:9pt}h3 small,small,.quiet,.head .where,blockquote footer{font-size:7.6pt}table{font-size:8.2pt}
section{margin-top:5pt}.head{padding-bottom:6pt;gap:3pt 18pt}.head .team{gap:0 14pt}
.lead{font-size:9.6pt}.big{font-size:11.6pt;line-height:1.25}
.voices{grid-template-columns:repeat(3,1fr);gap:6pt;margin-top:4pt}
blockquote{padding:4pt 7pt;background:#fff!important;border-color:#555;border-width:.6pt}blockquote footer{margin-top:1pt;color:#333!important}
.three{gap:12pt}.three p{padding-inline-start:7pt;border-inline-start-width:1.5pt}
.columns{grid-template-columns:repeat(auto-fit,minmax(110pt,1fr));gap:0 16pt}
ul,ol{padding-inline-start:12pt}
th,td{padding:1.2pt 8pt 1.2pt 0}tr.who th{padding-top:4pt;break-after:avoid}
tr,blockquote,.columns section{break-inside:avoid}.wide{overflow:visible}
.growth{margin-top:5pt;padding-top:4pt}
.thread,.screen{display:none}
}
`
