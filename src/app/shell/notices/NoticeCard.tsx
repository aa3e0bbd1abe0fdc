import { CircleX, Info, TriangleAlert, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Notice } from '../../../session/index.ts';
import { Button, IconButton } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import styles from './Notices.module.css';

// A frame in another page has no such command, and nothing that could fail to be saved.
const DownloadAll = lazy(async () => ({ default: (await import('./DownloadAll.tsx')).DownloadAll }));

const icons = { info: Info, warning: TriangleAlert, error: CircleX };

/** How long an info stands, in milliseconds; longer with a button, so that there is time to press it. */
const STAYS = { plain: 5000, withAction: 12_000 };

/** One notice. An info goes by itself, unless the pointer or the keyboard is on it; the others wait to be closed. */
export function NoticeCard({ notice }: { notice: Notice }) {
  const session = useSession();
  const [held, setHeld] = useState(false);
  const { id, tone, title, detail, action, about } = notice;
  const Icon = icons[tone];

  useEffect(() => {
    if (tone !== 'info' || held) return;
    const timer = setTimeout(
      () => session.dispatch({ type: 'dismiss-notice', id }),
      action ? STAYS.withAction : STAYS.plain,
    );
    return () => clearTimeout(timer);
  }, [session, id, tone, held, action]);

  return (
    <div
      className={`${styles.card} ${styles[tone]}`}
      data-notice={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>
          {tone !== 'info' && (
            <span className="visually-hidden">{tone === 'error' ? 'Error: ' : 'Warning: '}</span>
          )}
          {title}
        </p>
        {detail && <p className={styles.detail}>{detail}</p>}
        {(action || about === 'saving') && (
          <div className={styles.actions}>
            {action && (
              <Button
                size="small"
                onClick={() => {
                  session.dispatch(action.action);
                  // What is tried again is told until it has worked.
                  if (about !== 'saving') session.dispatch({ type: 'dismiss-notice', id });
                }}
              >
                {action.title}
              </Button>
            )}
            <Suspense>{about === 'saving' && <DownloadAll />}</Suspense>
          </div>
        )}
      </div>
      <IconButton
        label="Close this notice"
        className={styles.close}
        onClick={() => session.dispatch({ type: 'dismiss-notice', id })}
      >
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
