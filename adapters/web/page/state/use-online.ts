import { useEffect, useSyncExternalStore } from 'react';

function watchNetwork(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

const isOnline = (): boolean => navigator.onLine;

/**
 * Whether the device has a network at all; `onBack` runs when it returns or the page comes to the front again.
 * The state is read once more after listening began: a network lost while the page was opening tells nobody later.
 */
export function useOnline(onBack: () => void): boolean {
  const online = useSyncExternalStore(watchNetwork, isOnline);
  useEffect(() => {
    const wake = (): void => {
      if (document.visibilityState === 'visible' && isOnline()) onBack();
    };
    window.addEventListener('online', onBack);
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.removeEventListener('online', onBack);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [onBack]);
  return online;
}
