/** How the page looks, by day and by night, on phones and on wide screens. */
export const css = `
:root {
  color-scheme: light dark;
  --ground: #f5f6fa; --sheet: #fff; --line: #e1e4ee; --ink: #191c28; --soft: #5c6379; --accent: #3f59e4; --accent-soft: #e9edff;
  --good: #17723f; --good-soft: #ddf4e6; --warn: #8a5a00; --warn-soft: #fdf0d2; --bad: #b3261e; --bad-soft: #fde4e1; --shadow: 0 1px 2px #191c280d, 0 4px 16px #191c280a;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10121a; --sheet: #191c27; --line: #2b3042; --ink: #e9ebf4; --soft: #9aa2ba; --accent: #93a5ff; --accent-soft: #262d52;
    --good: #74d69a; --good-soft: #173424; --warn: #f1c160; --warn-soft: #3a2e14; --bad: #ff9d94; --bad-soft: #43201d; --shadow: none;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.5 system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif; }
h1, h2, p { margin: 0; }
h1 { font-size: 16px; line-height: 1.25; } h1 small { display: block; font: 12px var(--mono); color: var(--soft); }
h2 { font-size: 15px; }
button, input { font: inherit; color: inherit; }
button { border: 1px solid var(--line); background: var(--sheet); border-radius: 8px; padding: 6px 14px; cursor: pointer; }
button:hover { border-color: var(--accent); }
button.danger { color: var(--bad); } button.danger:hover { border-color: var(--bad); background: var(--bad-soft); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
input[type=search] { border: 1px solid var(--line); background: var(--sheet); border-radius: 8px; padding: 6px 12px; width: 280px; max-width: 100%; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 16px; top: 8px; z-index: 9; background: var(--sheet); padding: 6px 12px; }
.top { display: flex; align-items: center; gap: 16px; padding: 14px 24px; max-width: 1400px; margin: 0 auto; }
.brand { display: flex; align-items: center; gap: 12px; color: var(--accent); margin-right: auto; min-width: 0; } .brand h1 { color: var(--ink); min-width: 0; } .brand small { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .top > .pill { white-space: nowrap; }
.live { display: flex; align-items: center; gap: 8px; color: var(--soft); font-size: 13px; }
.live::before { content: ''; width: 8px; height: 8px; border-radius: 50%; background: var(--soft); }
.live.on::before { background: #27a35e; box-shadow: 0 0 0 3px #27a35e33; } .live.off { color: var(--bad); } .live.off::before { background: var(--bad); }
.tabs { display: flex; gap: 4px; padding: 0 24px; max-width: 1400px; margin: 0 auto; border-bottom: 1px solid var(--line); overflow-x: auto; }
.tabs button { font-weight: 500; border: 0; border-radius: 0; background: none; padding: 10px 12px; color: var(--soft); white-space: nowrap; border-bottom: 2px solid transparent; margin-bottom: -1px; }
.tabs button:focus-visible { outline-offset: -2px; }
.tabs [aria-selected=true] { color: var(--ink); border-bottom-color: var(--accent); }
.badge { font-weight: 500; font-size: 12px; background: var(--line); color: var(--ink); border-radius: 9px; padding: 1px 7px; margin-left: 4px; }
main { max-width: 1400px; margin: 0 auto; padding: 20px 24px 60px; }
.split { display: grid; grid-template-columns: 232px minmax(0, 1fr); gap: 20px; align-items: start; }
.kinds { list-style: none; margin: 0; padding: 0; position: sticky; top: 16px; max-height: calc(100vh - 40px); overflow-y: auto; }
.kinds button { display: flex; width: 100%; gap: 8px; border: 0; background: none; padding: 6px 10px; text-align: left; }
.kinds button:focus-visible { outline-offset: -2px; }
.kinds span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .kinds b { margin-left: auto; font-weight: 400; color: var(--soft); font-variant-numeric: tabular-nums; }
.kinds button:hover { background: var(--line); } .kinds [aria-current=true] { background: var(--accent-soft); color: var(--accent); font-weight: 600; } .kinds [aria-current=true] b { color: inherit; }
.sheet, .requests, .limits, .outbox { background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); overflow: hidden; }
.bar { display: flex; align-items: center; gap: 12px; flex-wrap: wrap; } .bar h2 { margin-right: auto; } .sheet .bar { padding: 12px 16px; border-bottom: 1px solid var(--line); } section > .bar { margin-bottom: 14px; }
.note { color: var(--soft); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 500; font-size: 12px; color: var(--soft); padding: 8px 16px; }
td { padding: 9px 16px; border-top: 1px solid var(--line); max-width: 360px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
tbody tr { cursor: pointer; } tbody tr:hover { background: var(--accent-soft); }
td:first-child { font-weight: 500; } td button { border: 0; background: none; padding: 0; font-weight: inherit; max-width: 100%; overflow: hidden; text-overflow: ellipsis; }
.about { color: var(--soft); } .id { font: 12px var(--mono); color: var(--soft); }
.pill { font-size: 12px; font-weight: 500; border-radius: 6px; padding: 2px 8px; background: var(--line); color: var(--ink); }
.pill.good { background: var(--good-soft); color: var(--good); } .pill.warn { background: var(--warn-soft); color: var(--warn); } .pill.bad { background: var(--bad-soft); color: var(--bad); }
.empty { color: var(--soft); padding: 40px 16px; text-align: center; }
#more { display: block; margin: 12px auto; }
.requests, .outbox, .limits { list-style: none; margin: 0; padding: 0; } .requests:empty, .outbox:empty, .limits:empty { display: none; }
.requests li + li, .outbox li + li, .limits li + li { border-top: 1px solid var(--line); }
.requests summary { display: grid; grid-template-columns: 74px 62px minmax(0, 1fr) 52px 76px; gap: 12px; align-items: center; padding: 8px 16px; cursor: pointer; list-style: none; }
.requests summary::-webkit-details-marker { display: none; } .requests summary:hover { background: var(--accent-soft); } .requests summary:focus-visible { outline-offset: -2px; }
.requests time, .requests .ms { color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; } .requests .ms { text-align: right; }
.method { font: 600 12px var(--mono); } .method.GET { color: var(--soft); } .method.POST { color: var(--good); } .method.PUT, .method.PATCH { color: var(--warn); } .method.DELETE { color: var(--bad); }
.target { font: 13px var(--mono); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .requests [open] .target { white-space: normal; overflow-wrap: anywhere; }
.requests .pill { text-align: center; font-variant-numeric: tabular-nums; padding: 2px 0; }
.detail { padding: 4px 16px 16px; display: grid; gap: 12px; grid-template-columns: repeat(2, minmax(0, 1fr)); }
.detail h3 { font-size: 12px; font-weight: 500; color: var(--soft); margin: 0 0 4px; } .detail pre + h3 { margin-top: 12px; } .detail .whole { grid-column: 1 / -1; font-size: 12px; color: var(--soft); }
pre { margin: 0; font: 12px/1.55 var(--mono); background: var(--ground); border: 1px solid var(--line); border-radius: 8px; padding: 10px 12px; overflow: auto; max-height: 420px; white-space: pre-wrap; overflow-wrap: anywhere; }
.k { color: var(--accent); } .s { color: var(--good); } .n { color: var(--warn); } .m { color: var(--bad); }
.limits li { display: grid; grid-template-columns: minmax(0, 1fr) 130px; gap: 4px 16px; padding: 12px 16px; } .limits .target { white-space: normal; overflow-wrap: anywhere; } .limits .used { text-align: right; font-variant-numeric: tabular-nums; } .limits .left { color: var(--soft); font-size: 12px; grid-column: 2; text-align: right; }
progress { appearance: none; height: 8px; width: 100%; border: 0; border-radius: 4px; background: var(--line); overflow: hidden; align-self: center; }
progress::-webkit-progress-bar { background: var(--line); } progress::-webkit-progress-value { background: var(--accent); border-radius: 4px; } progress::-moz-progress-bar { background: var(--accent); }
progress.warn::-webkit-progress-value { background: #e0a100; } progress.warn::-moz-progress-bar { background: #e0a100; } progress.bad::-webkit-progress-value { background: #d8443a; } progress.bad::-moz-progress-bar { background: #d8443a; }
.outbox li { padding: 12px 16px; display: grid; gap: 4px; } .outbox .head { display: flex; gap: 10px; align-items: center; flex-wrap: wrap; } .outbox .head time { margin-left: auto; color: var(--soft); font-size: 12px; } .outbox .link { font: 12px var(--mono); overflow-wrap: anywhere; color: var(--soft); }
dialog { color: var(--ink); background: var(--sheet); border: 1px solid var(--line); } dialog::backdrop { background: #0b0d1480; }
.drawer { margin: 0 0 0 auto; height: 100%; max-height: 100%; width: min(620px, 100%); max-width: 100%; border-width: 0 0 0 1px; padding: 16px 20px; } .drawer[open] { display: grid; grid-template-rows: auto minmax(0, 1fr); gap: 12px; } .drawer h2 { min-width: 0; overflow-wrap: anywhere; } .drawer .bar { flex-wrap: nowrap; } .drawer pre { max-height: none; }
.sure { border-radius: 14px; padding: 22px 24px; max-width: 420px; } .sure p { color: var(--soft); margin: 8px 0 18px; } .actions { display: flex; gap: 10px; justify-content: end; }
@media (max-width: 720px) {
  .top { padding: 12px 16px; gap: 10px; } .tabs { padding: 0 8px; } main { padding: 14px 12px 48px; }
  .split { grid-template-columns: minmax(0, 1fr); gap: 12px; }
  .kinds { position: static; display: flex; gap: 6px; overflow-x: auto; padding: 2px 2px 6px; max-height: none; } .kinds button { border: 1px solid var(--line); background: var(--sheet); white-space: nowrap; border-radius: 999px; }
  .wide { display: none; } td { max-width: 210px; padding: 10px 14px; } th { padding: 8px 14px; }
  .bar input { width: 100%; } .note { flex-basis: 100%; }
  .requests summary { grid-template-columns: 54px minmax(0, 1fr) 46px; gap: 4px 8px; padding: 9px 12px; } .requests time { order: 4; grid-column: 2; } .requests .ms { order: 5; } .detail { padding: 4px 12px 14px; grid-template-columns: minmax(0, 1fr); } .target { font-size: 12px; }
  .limits li { grid-template-columns: minmax(0, 1fr) 90px; }
}
@media (prefers-reduced-motion: no-preference) { .requests li.new { animation: arrive .8s; } @keyframes arrive { from { background: var(--accent-soft); } } }
`;
