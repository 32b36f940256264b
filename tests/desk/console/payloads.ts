/** Words a browser would run if a page took them for markup. Each would call `ran(n)`. */
const TAGS = [
  '<script>ran({n})</script>',
  '<img src=x onerror=ran({n})>',
  '<svg onload=ran({n})>',
  '<svg><script>ran({n})</script></svg>',
  '<body onload=ran({n})>',
  '<iframe srcdoc="<script>parent.ran({n})</script>"></iframe>',
  '<a href="javascript:ran({n})">点这里</a>',
  '<details open ontoggle=ran({n})>',
  '<input autofocus onfocus=ran({n})>',
  '<video><source onerror=ran({n})></video>',
  '<math><mi xlink:href="javascript:ran({n})">x</mi></math>',
  '<style>@import "javascript:ran({n})"</style>',
  '<object data="javascript:ran({n})"></object>',
  '<marquee onstart=ran({n})>',
  '<template><img src=x onerror=ran({n})></template>',
  '<form><button formaction="javascript:ran({n})">提交</button></form>',
  '<link rel=stylesheet href="javascript:ran({n})">',
  '<meta http-equiv=refresh content="0;url=javascript:ran({n})">',
  '<img src="x` `" onerror="ran({n})" `>',
  '{{constructor.constructor("ran({n})")()}}',
] as const;

/** What breaks out of where a page might have put them. */
const WRAPS: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `">${payload}`,
  (payload) => `'>${payload}`,
  (payload) => `</textarea>${payload}`,
  (payload) => `</title>${payload}`,
  (payload) => `</script>${payload}`,
  (payload) => `</style>${payload}`,
  (payload) => `-->${payload}`,
  (payload) => `]]>${payload}`,
  (payload) => `\`\${${payload}}\``,
  (payload) => payload.replaceAll('<', '\u003c').toUpperCase().replaceAll('RAN', 'ran'),
  (payload) => payload.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (payload) => encodeURIComponent(payload),
  (payload) => payload.replaceAll('<', '＜').replaceAll('>', '＞'),
  (payload) => payload.replaceAll('<', '<\u0000'),
  (payload) => payload.replaceAll(' ', '/'),
  (payload) => payload.replaceAll(' ', '\t'),
  (payload) => `[a](${payload})`,
  (payload) => `![a](javascript:ran) ${payload}`,
  (payload) => `\u202e${payload}`,
];

/** 400 of them, numbered. */
export const PAYLOADS: readonly string[] = WRAPS.flatMap((wrap, outer) =>
  TAGS.map((tag, inner) => wrap(tag.replaceAll('{n}', String(outer * TAGS.length + inner)))),
);
