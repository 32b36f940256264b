import { useEffect } from 'react';
import { useSay } from '../texts.ts';

/** Milliseconds between two calls while somebody waits and nobody picks up. */
const EVERY_MS = 15_000;

let audio: AudioContext | undefined;

/** Two short tones. Browsers let a page sound once it has been touched; before that it is silent and asks for nothing. */
function ring(): void {
  if (!navigator.userActivation.hasBeenActive) return;
  audio ??= new AudioContext();
  if (audio.state !== 'running') {
    void audio.resume();
    return;
  }
  for (const [index, pitch] of [660, 880].entries()) {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    const at = audio.currentTime + index * 0.22;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.001, at);
    volume.gain.exponentialRampToValueAtTime(0.25, at + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.2);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.21);
  }
}

/** A notice of the browser's own; the next one takes its place. */
function show(title: string): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  const notice = new Notification(title, { tag: 'desk-waiting' });
  notice.onclick = () => window.focus();
}

/** Calls again and again while people wait: in the title always, by sound and notice when they are wanted. */
export function useAlarm(waiting: number, loud: boolean): void {
  const say = useSay();
  useEffect(() => {
    if (waiting === 0) return;
    const text = say('alarm_waiting', { count: waiting });
    const call = () => {
      if (!loud) return;
      ring();
      if (document.hidden) show(text);
    };
    call();
    const repeat = setInterval(call, EVERY_MS);
    return () => clearInterval(repeat);
  }, [waiting, loud, say]);
}
