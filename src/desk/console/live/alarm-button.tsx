import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answersQuery, conversationsQuery } from '../api/queries.ts';
import { useSay } from '../texts.ts';
import { useAlarm } from './use-alarm.ts';

const KEY = 'desk.console.alarm';

function readLoud(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** How many wait for a person or an answer, one click from them; and whether this machine calls until somebody picks up. */
export function AlarmButton() {
  const say = useSay();
  const navigate = useNavigate();
  const [loud, setLoud] = useState(readLoud);
  const { data } = useQuery(conversationsQuery('waiting', false));
  const { data: held } = useQuery(answersQuery);
  const waiting = (data?.conversations.length ?? 0) + (held?.answers.length ?? 0);
  useAlarm(waiting, loud);
  function turn(): void {
    setLoud(!loud);
    try {
      localStorage.setItem(KEY, loud ? 'off' : 'on');
    } catch {
      // A browser that keeps nothing calls again next time.
    }
    if (!loud && 'Notification' in globalThis && Notification.permission === 'default')
      void Notification.requestPermission();
  }
  return (
    <>
      <Button
        type="text"
        className={waiting > 0 ? 'locale calling' : 'locale'}
        onClick={() => navigate('/conversations')}
      >
        {say('alarm_count', { count: waiting })}
      </Button>
      <Button type="text" className="locale" aria-pressed={loud} onClick={turn}>
        {say(loud ? 'alarm_on' : 'alarm_off')}
      </Button>
    </>
  );
}
