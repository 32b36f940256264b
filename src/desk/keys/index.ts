/** The keys everything stored is sealed under: which there are, and a new one in their place. */
export { createRotationJob, KEY_ROTATION, type Keys, mayRotate, startRotation } from './rotate.ts';
