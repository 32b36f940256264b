import { createRoot } from 'react-dom/client';
import { Console } from './console.tsx';
import { signStyles } from './sign-styles.ts';
import { allowStylesOnly } from './trusted-types.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const authority = document.querySelector<HTMLMetaElement>('meta[name="authority"]')?.content ?? '';
const place = document.getElementById('console');

allowStylesOnly();
signStyles(nonce);
if (place !== null) createRoot(place).render(<Console authority={authority} nonce={nonce} />);
