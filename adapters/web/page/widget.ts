import widgetStyles from './styles/widget.css?inline';
import { sayIn } from './texts.ts';

/*
 * One script tag on another site: <script src="https://desk.example/widget.js" async></script>
 * adds a button that opens the chat in a frame. `data-lang="en"` on the tag changes the language.
 * It lives in a shadow root with a constructed style sheet, so neither site's styles touch the other's
 * and a strict content policy of the host needs only script-src and frame-src for the desk's origin.
 */
const script = document.currentScript as HTMLScriptElement | null;

function startWidget(origin: string, lang: 'zh-CN' | 'en'): void {
  const say = sayIn(lang);
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(widgetStyles);
  shadow.adoptedStyleSheets = [sheet];

  const button = document.createElement('button');
  button.type = 'button';
  button.lang = lang;
  let frame: HTMLIFrameElement | undefined;

  const show = (open: boolean): void => {
    if (open && frame === undefined) {
      frame = document.createElement('iframe');
      frame.title = say('widget_frame');
      frame.src = `${origin}/embed?lang=${lang}`;
      frame.allow = 'clipboard-write';
      shadow.append(frame);
    }
    if (frame !== undefined) frame.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    button.textContent = say(open ? 'widget_close' : 'widget_open');
    if (open) frame?.focus();
    else button.focus();
  };
  button.addEventListener('click', () => show(button.getAttribute('aria-expanded') !== 'true'));
  window.addEventListener('message', (event) => {
    if (event.origin === origin && event.data === 'disclosure-desk:close') show(false);
  });
  button.setAttribute('aria-expanded', 'false');
  button.textContent = say('widget_open');
  shadow.append(button);
  document.body.append(host);
}

if (script !== null) {
  const origin = new URL(script.src).origin;
  const lang = script.dataset.lang === 'en' ? 'en' : 'zh-CN';
  if (document.body === null) document.addEventListener('DOMContentLoaded', () => startWidget(origin, lang));
  else startWidget(origin, lang);
}
