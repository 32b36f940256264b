import { useEffect, useState } from 'react';

/** Whether the device has a network at all; `onBack` runs when it returns or the page comes to the front again. */
export function useOnline(onBack: () => void): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = (): void => {
      setOnline(navigator.onLine);
      if (navigator.onLine) onBack();
    };
    const wake = (): void => {
      if (document.visibilityState === 'visible') update();
    };
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [onBack]);
  return online;
}
