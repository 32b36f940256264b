import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Noto Sans SC holds what Chinese names may be written with by law, and a little more; it is open (SIL OFL 1.1). */
export const BODY_FONT = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
export const BOLD_FONT = require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf');
