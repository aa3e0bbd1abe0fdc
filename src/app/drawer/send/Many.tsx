import { Fragment, useState } from 'react';
import { sayHop, type ManySent } from '../../../traffic/index.ts';
import { Button, LabelledField, TextField } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { Calm } from '../Calm.tsx';
import { MANY, reseed, sendThousand } from './send.ts';
import { hopsOf, sendStore } from './sendState.ts';
import { useStale } from './useStale.ts';
import styles from './Side.module.css';

interface Bar {
  readonly title: string;
  readonly count: number;
  readonly look: 'sent' | 'copied' | 'answered' | 'failed';
}

const count = new Intl.NumberFormat('en');

/** The same request a thousand times: how it spreads over destinations and mirrors, for a seed. */
export function Many() {
  const session = useSession();
  const answer = useStore(sendStore, (state) => state.answer);
  const known = answer?.many;
  const hops = answer ? hopsOf(answer) : [];
  const seed = useStore(sendStore, (state) => state.seed);
  const stale = useStale(answer);
  const [text, setText] = useState(String(seed));
  const choose = (next: string) => {
    setText(next);
    if (/^\d{1,9}$/.test(next)) void reseed(session, Number(next));
  };
  return (
    <div className={styles.many}>
      <div className={styles.seed}>
        <Button size="small" onClick={() => void sendThousand(session)}>
          Send {count.format(MANY)}
        </Button>
        <LabelledField
          label="Seed"
          error={/^\d{1,9}$/.test(text) ? null : 'A seed is a number of up to nine digits.'}
        >
          {(field) => (
            <TextField
              {...field}
              inputMode="numeric"
              value={text}
              onChange={(event) => choose(event.target.value.trim())}
            />
          )}
        </LabelledField>
      </div>
      {!known ? (
        <Calm
          title="Send it a thousand times"
          detail="Weights, mirrors and faults are drawn from the seed: the same seed, the same counts."
        />
      ) : (
        known.map((part, index) => {
          const at = hops[index];
          const title = at && known.length > 1 ? `From ${sayHop(at)}` : null;
          return (
            <Fragment key={title ?? 'all'}>
              {title && <h3>{title}</h3>}
              <ul
                className={styles.bars}
                data-stale={stale || undefined}
                aria-label={title ? `Where they went: ${title}` : 'Where they went'}
              >
                {barsOf(part).map(({ title: to, count: many, look }) => (
                  <li key={`${look} ${to}`} data-look={look}>
                    <span className={styles.barTitle}>{to}</span>
                    <b>{count.format(many)}</b>
                    <span className={styles.track} aria-hidden>
                      <span className={styles.bar} style={{ width: `${(many / MANY) * 100}%` }} />
                    </span>
                  </li>
                ))}
              </ul>
            </Fragment>
          );
        })
      )}
    </div>
  );
}

const named = ({ host, port, subset }: { host: string; port: number; subset?: string }): string =>
  `${subset === undefined ? '' : `${subset} · `}${host}:${port}`;

function barsOf({ destinations, mirrors, answers, delayed, aborted }: ManySent): readonly Bar[] {
  return [
    ...destinations.map((one): Bar => ({
      title: one.exists ? named(one) : `${named(one)}, which does not exist`,
      count: one.count,
      look: one.exists ? 'sent' : 'failed',
    })),
    ...mirrors.map((one): Bar => ({
      title: `copied to ${named(one)}${one.exists ? '; replies are dropped' : ', which does not exist'}`,
      count: one.count,
      look: 'copied',
    })),
    ...answers.map(({ status, count: many }): Bar => ({
      title: `answered ${status} by the proxy`,
      count: many,
      look: status >= 400 ? 'failed' : 'answered',
    })),
    ...(delayed ? [{ title: 'held up by a fault', count: delayed, look: 'answered' } as const] : []),
    ...(aborted ? [{ title: 'of these, by a fault', count: aborted, look: 'failed' } as const] : []),
  ];
}
