import { CircleX, Info, TriangleAlert, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Notice } from '../../../session/index.ts';
import { Button, IconButton } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import styles from './Notices.module.css';

// A frame in another page has no such command, and nothing that could fail to be saved.
const DownloadAll = lazy(async () => ({ default: (await import('./DownloadAll.tsx')).DownloadAll }));

const icons = { info: Info, warning: TriangleAlert, error: CircleX };

/** In milliseconds: long enough to read it, or to press its button. */
const STAYS = { plain: 5000, long: 12_000 };

/** How long a notice stands when nobody touches it; undefined until it is closed. */
function staysFor({ tone, about, action }: Notice): number | undefined {
  // Whoever was refused is at it, and has been told; the picture is as it was.
  if (about === 'gesture') return STAYS.long;
  if (tone !== 'info') return undefined;
  return action ? STAYS.long : STAYS.plain;
}

/** One notice. What goes by itself waits while the pointer or the keyboard is on it. */
export function NoticeCard({ notice }: { notice: Notice }) {
  const session = useSession();
  const [held, setHeld] = useState(false);
  const { id, tone, title, detail, action, about } = notice;
  const Icon = icons[tone];

  const stays = staysFor(notice);

  useEffect(() => {
    if (stays === undefined || held) return;
    const timer = setTimeout(() => session.dispatch({ type: 'dismiss-notice', id }), stays);
    return () => clearTimeout(timer);
  }, [session, id, stays, held]);

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
