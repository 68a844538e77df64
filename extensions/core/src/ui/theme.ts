/** Our own classes over the theme variables of OHIF, so that a stranger cannot say where OHIF ends. */
export const THEME = `
.gw-root { height: 100%; color: hsl(var(--foreground, 0 0% 98%)); font-family: inherit; font-size: 13px; line-height: 1.45; }
.gw-root *, .gw-root *::before { box-sizing: border-box; }
.gw-host { height: 100%; min-height: 0; }
.gw-panel { height: 100%; overflow-y: auto; padding: 12px; display: flex; flex-direction: column; gap: 12px; background: hsl(var(--background, 236 62% 5%)); }
.gw-panel > * { flex-shrink: 0; }
.gw-panel p { margin: 0; }
.gw-title { margin: 0; font-size: 15px; font-weight: 600; }
.gw-subtitle { margin: 0 0 4px; font-size: 12px; font-weight: 600; color: hsl(var(--muted-foreground, 215 20% 75%)); }
.gw-quiet { color: hsl(var(--muted-foreground, 215 20% 75%)); font-size: 12px; }
.gw-row { display: flex; gap: 8px; align-items: center; justify-content: space-between; }
.gw-stack { display: flex; flex-direction: column; gap: 8px; }
.gw-number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.gw-code { opacity: .65; font-size: 10px; }
.gw-explainable { all: unset; cursor: pointer; font-variant-numeric: tabular-nums; white-space: nowrap; border-bottom: 1px dotted currentColor; }
.gw-button, .gw-input { font: inherit; border-radius: 4px; border: 1px solid hsl(var(--input, 236 40% 30%)); padding: 5px 10px; background: hsl(var(--muted, 236 40% 15%)); color: inherit; }
.gw-input { width: 100%; padding: 4px 8px; color-scheme: dark; }
.gw-button { cursor: pointer; font-weight: 500; }
.gw-button-primary { background: hsl(var(--primary, 214 98% 60%)); border-color: transparent; color: hsl(var(--background, 236 62% 5%)); }
.gw-button-quiet { background: transparent; padding: 2px 8px; }
.gw-button:disabled { opacity: .45; cursor: not-allowed; }
.gw-button:focus-visible, .gw-input:focus-visible, .gw-explainable:focus-visible, .gw-link:focus-visible, .gw-step:focus-visible, .gw-cycle:focus-visible, .gw-table tr:focus-visible { outline: 2px solid hsl(var(--highlight, 191 74% 63%)); outline-offset: 1px; }
.gw-link { all: unset; cursor: pointer; color: hsl(var(--highlight, 191 74% 63%)); font-size: 11px; font-weight: 400; }
.gw-choice { display: inline-flex; gap: 2px; }
.gw-choice .gw-button { padding: 2px 8px; font-size: 12px; }
.gw-choice .gw-button[aria-pressed="true"] { background: hsl(var(--primary, 214 98% 60%)); color: hsl(var(--background, 236 62% 5%)); }
.gw-form { display: flex; flex-direction: column; gap: 8px; }
.gw-field { display: flex; flex-direction: column; gap: 2px; font-size: 12px; color: hsl(var(--muted-foreground, 215 20% 75%)); }
.gw-field .gw-input { color: hsl(var(--foreground, 0 0% 98%)); font-size: 13px; }
.gw-fieldset { margin: 0; padding: 0; border: 0; min-width: 0; display: flex; flex-direction: column; gap: 4px; font-size: 12px; }
.gw-fieldset legend { width: 100%; padding: 0 0 4px; color: hsl(var(--muted-foreground, 215 20% 75%)); }
.gw-pair { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
.gw-cycles, .gw-steps, .gw-warnings, .gw-budget { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: 4px; }
.gw-cycles { margin-top: 8px; }
.gw-cycle, .gw-step { all: unset; box-sizing: border-box; width: 100%; cursor: pointer; border-radius: 4px; padding: 6px 8px; border: 1px solid transparent; }
.gw-cycle { display: grid; grid-template-columns: auto 1fr auto; column-gap: 10px; }
.gw-cycle > :nth-child(3) { grid-row: 2; grid-column: 1 / 3; }
.gw-cycle > :nth-child(4) { grid-row: 1; grid-column: 3; }
.gw-step { display: grid; grid-template-columns: 22px 1fr auto; column-gap: 8px; align-items: baseline; }
.gw-step > .gw-headline { grid-column: 2 / 4; font-size: 12px; color: hsl(var(--muted-foreground, 215 20% 75%)); }
.gw-cycle:hover, .gw-step:hover { background: hsl(var(--muted, 236 40% 15%)); }
.gw-selected { background: hsl(var(--muted, 236 40% 15%)); border-color: hsl(var(--primary, 214 98% 60%)) !important; }
.gw-badge { font-size: 11px; border-radius: 8px; padding: 0 7px; border: 1px solid currentColor; white-space: nowrap; }
.gw-badge-done { color: #56b4e9; } .gw-badge-now { color: inherit; } .gw-badge-amber { color: #e69f00; } .gw-badge-red { color: #ff7a59; } .gw-badge-waiting { color: hsl(var(--muted-foreground, 215 20% 75%)); border-color: transparent; }
.gw-note { display: flex; gap: 8px; padding: 6px 8px; border-radius: 4px; border-left: 3px solid; background: hsl(var(--muted, 236 40% 15%)); font-size: 12px; }
.gw-note-amber { border-color: #e69f00; } .gw-note-red { border-color: #d55e00; }
.gw-note-amber .gw-sign { color: #e69f00; } .gw-note-red .gw-sign { color: #ff7a59; }
.gw-list { margin: 0; padding-left: 16px; list-style: disc; font-size: 12px; }
.gw-progress { display: flex; flex-direction: column; gap: 6px; padding: 8px; border-radius: 4px; background: hsl(var(--muted, 236 40% 15%)); }
.gw-progress .gw-button { align-self: flex-end; }
.gw-track { display: block; height: 6px; border-radius: 3px; overflow: hidden; background: hsl(var(--background, 236 62% 5%)); }
.gw-fill { display: block; height: 100%; background: hsl(var(--primary, 214 98% 60%)); }
.gw-budget li { display: grid; grid-template-columns: 38% 1fr 52px; gap: 8px; align-items: center; font-size: 12px; }
.gw-budget .gw-number { text-align: right; }
.gw-table-box { overflow-x: auto; }
.gw-table { width: 100%; border-collapse: collapse; font-size: 12px; }
.gw-table caption { text-align: left; font-weight: 600; color: hsl(var(--muted-foreground, 215 20% 75%)); padding-bottom: 4px; }
.gw-table caption .gw-link { float: right; }
.gw-table th { text-align: left; font-weight: 500; color: hsl(var(--muted-foreground, 215 20% 75%)); }
.gw-table td { white-space: nowrap; }
.gw-table td.gw-wrap { white-space: normal; }
.gw-table th, .gw-table td { padding: 3px 10px 3px 0; border-bottom: 1px solid hsl(var(--input, 236 40% 25%)); vertical-align: baseline; }
.gw-table tbody tr { border: 1px solid transparent; cursor: default; }
.gw-table tbody tr[tabindex] { cursor: pointer; }
.gw-table .gw-right { text-align: right; }
.gw-region { display: inline-flex; align-items: center; gap: 6px; }
.gw-swatch { width: 10px; height: 10px; border-radius: 2px; flex: none; }
.gw-drawer { scroll-margin-bottom: 110px; border-top: 1px solid hsl(var(--primary, 214 98% 60%)); padding-top: 8px; display: flex; flex-direction: column; gap: 8px; }
.gw-drawer code { font-size: 10px; overflow-wrap: anywhere; }
.gw-equation { font-family: Georgia, serif; font-size: 14px; padding: 6px 8px; border-radius: 4px; background: hsl(var(--muted, 236 40% 15%)); }
.gw-pairs { margin: 0; font-size: 12px; }
.gw-pairs div { display: flex; justify-content: space-between; gap: 8px; padding: 2px 0; }
.gw-pairs dd { margin: 0; }
.gw-review { font-size: 11px; font-style: italic; color: hsl(var(--muted-foreground, 215 20% 75%)); }
.gw-actions { position: sticky; bottom: -12px; margin: auto -12px -12px; padding: 12px; display: flex; flex-direction: column; gap: 8px; background: hsl(var(--background, 236 62% 5%)); border-top: 1px solid hsl(var(--input, 236 40% 25%)); }
.gw-stage { display: flex; flex-direction: column; width: 100%; height: 100%; min-height: 0; }
.gw-stage-grid { flex: 1 1 0; min-height: 0; position: relative; }
.gw-stage-dock { flex: none; max-height: 60%; min-height: 0; overflow: auto; background: hsl(var(--background, 236 62% 5%)); }
.gw-stage-full { flex: 1 1 0; align-self: stretch; min-width: 0; min-height: 0; overflow: auto; background: hsl(var(--background, 236 62% 5%)); }
.gw-dock { display: flex; gap: 16px; padding: 8px 12px; border-top: 1px solid hsl(var(--input, 236 40% 25%)); }
.gw-dock > * { flex: 1 1 0; min-width: 0; }
.gw-dock-table > :last-child { flex-grow: 1.7; }
.gw-figure { margin: 0; }
.gw-under-cursor { position: relative; }
.gw-cursor { position: absolute; top: 20px; bottom: 30px; width: 0; border-left: 2px dashed hsl(var(--foreground, 0 0% 98%)); }
.gw-legend-row { display: flex; flex-wrap: wrap; gap: 2px 4px; }
.gw-legend-row .gw-button { border-color: transparent; padding: 0 6px; font-size: 12px; }
.gw-figure-body svg { display: block; max-width: 100%; background: transparent; color: hsl(var(--foreground, 0 0% 98%)); overflow: visible; }
.gw-bars { display: flex; flex-direction: column; gap: 4px; }
.gw-bar { all: unset; box-sizing: border-box; cursor: pointer; display: grid; grid-template-columns: 100px minmax(90px, 1fr) 130px 140px minmax(110px, 215px); gap: 10px; align-items: center; padding: 3px 8px; border: 1px solid transparent; border-radius: 4px; }
.gw-bar:focus-visible { outline: 2px solid hsl(var(--highlight, 191 74% 63%)); }
.gw-bar > .gw-number { text-align: right; }
.gw-tick { display: flex; gap: 6px; align-items: baseline; font-size: 12px; }
.gw-grow { flex: 1 1 0; min-width: 0; }
.gw-advice { margin: 0; padding-left: 18px; list-style: decimal; font-size: 12px; display: flex; flex-direction: column; gap: 2px; }
.gw-advice li > .gw-number { float: right; padding-left: 8px; }
.gw-bar-note { display: block; font-size: 10px; color: #e69f00; }
.gw-bar-range { fill: hsl(var(--foreground, 0 0% 98%)); stroke: hsl(var(--background, 236 62% 5%)); stroke-width: .5; }
.gw-ranges { display: flex; flex-direction: column; font-size: 11px; line-height: 1.3; color: hsl(var(--muted-foreground, 215 20% 75%)); }
.gw-take { display: inline-flex; flex-direction: column; align-items: flex-end; gap: 0; padding: 3px 8px; font-size: 12px; white-space: normal; text-align: right; }
.gw-take[aria-pressed="true"] { border-color: hsl(var(--highlight, 191 74% 63%)); box-shadow: inset 0 0 0 1px hsl(var(--highlight, 191 74% 63%)); }
.gw-cell-note { display: block; font-size: 11px; color: hsl(var(--muted-foreground, 215 20% 75%)); }
.gw-details > summary { cursor: pointer; font-size: 12px; color: hsl(var(--muted-foreground, 215 20% 75%)); padding: 2px 0; }
.gw-limit-row { display: grid; grid-template-columns: minmax(64px, 1fr) 62px 86px 100px 14px; gap: 2px 6px; align-items: center; padding: 2px 0; }
.gw-limit-row .gw-input { padding: 3px 5px; font-size: 12px; }
.gw-source { grid-column: 1 / -1; font-size: 11px; color: hsl(var(--muted-foreground, 215 20% 75%)); }
.gw-bar-svg { display: block; background: hsl(var(--muted, 236 40% 15%)); border-radius: 2px; }
.gw-root input[type=range] { width: 100%; accent-color: hsl(var(--primary, 214 98% 60%)); }
.gw-overlay { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
.gw-scale-bar { fill: none; stroke: #fff; stroke-width: 1.5; }
.gw-scale-words { fill: #fff; font: 11px/1 sans-serif; text-shadow: 0 0 3px #000; }
.gw-overlay-note { position: absolute; left: 12px; right: 12px; bottom: 84px; margin: 0; padding: 6px 8px; border-radius: 4px; border-left: 3px solid #e69f00; background: rgb(0 0 0 / .75); color: #fff; font-size: 12px; pointer-events: none; }
.gw-legend { position: absolute; right: 22px; top: 50%; transform: translateY(-50%); padding: 4px 0; border-radius: 4px; background: rgb(0 0 0 / .55); pointer-events: none; font: 11px/1 sans-serif; color: #fff; }
`;
