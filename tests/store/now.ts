/** The instant tests take place at: a Monday morning in China. */
export const NOW = new Date('2026-11-23T02:00:00Z');
