import { useSay } from '../state/speaking.ts';

/** Who runs this, what it cannot do, and what happens to what one writes. */
export function Footer({ authority }: { readonly authority: string }) {
  const say = useSay();
  return (
    <footer className="footer">
      <p>{say('footer_who', { authority })}</p>
      <p>{say('footer_limits')}</p>
      <p>{say('footer_privacy')}</p>
    </footer>
  );
}
