import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { ApiFailure } from '../api/client.ts';
import { sessionQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Frame } from '../frame/frame.tsx';
import { type ConsoleLocale, useSay } from '../texts.ts';
import { CodeStep } from './code-step.tsx';
import { EnrolStep } from './enrol-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { SignInCard } from './sign-in-card.tsx';
import { SignInStep } from './sign-in-step.tsx';

export interface GateProps {
  readonly authority: string;
  readonly locale: ConsoleLocale;
  readonly onLocale: (locale: ConsoleLocale) => void;
}

/** Lets nobody past until everything asked at sign-in was given. The server asks all of it again at every call. */
export function Gate(props: GateProps) {
  const say = useSay();
  const { data: session, error, isPending } = useQuery(sessionQuery);
  if (isPending) return <Spin fullscreen description={say('loading')} />;
  const away = error instanceof ApiFailure && error.code === 'unauthenticated';
  if (session?.stage === 'full' && !away) return <Frame session={session} {...props} />;
  return (
    <SignInCard {...props}>
      {error && !away ? <Failure error={error} /> : null}
      {(session === undefined || away) && <SignInStep />}
      {!away && session?.stage === 'code' && <CodeStep />}
      {!away && session?.stage === 'password' && <PasswordStep />}
      {!away && session?.stage === 'enrol' && <EnrolStep />}
    </SignInCard>
  );
}
