import { CircleX, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Notice } from '../../../session/index.ts';
import { Button, IconButton } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import styles from './Notices.module.css';

const icons = { info: Info, warning: TriangleAlert, error: CircleX };

/** How long an info stands, in milliseconds; longer with a button, so that there is time to press it. */
const STAYS = { plain: 5000, withAction: 12_000 };

/** One notice. An info goes by itself, unless the pointer or the keyboard is on it; the others wait to be closed. */
export function NoticeCard({ notice }: { notice: Notice }) {
  const session = useSession();
  const [held, setHeld] = useState(false);
  const { id, tone, title, detail, action } = notice;
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
        {action && (
          <Button
            size="small"
            onClick={() => {
              session.dispatch(action.action);
              session.dispatch({ type: 'dismiss-notice', id });
            }}
          >
            {action.title}
          </Button>
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
