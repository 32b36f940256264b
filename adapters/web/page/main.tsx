import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const authority = document.querySelector<HTMLMetaElement>('meta[name="authority"]')?.content ?? '';
const place = document.getElementById('page');
const embedded = location.pathname.endsWith('/embed');

if (embedded) {
  // The frame's owner closes it: Escape inside the frame never reaches the page around it otherwise.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) parent.postMessage('disclosure-desk:close', '*');
  });
}
if (place !== null) createRoot(place).render(<App authority={authority} embedded={embedded} />);
