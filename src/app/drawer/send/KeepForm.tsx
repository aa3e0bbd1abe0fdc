import { useState } from 'react';
import { expectables } from '../../../traffic/index.ts';
import { Button, LabelledField, TextField } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { keep } from './expectations.ts';
import { useStale } from './useStale.ts';
import type { Answer } from './sendState.ts';
import styles from './Expectations.module.css';

/** Which facts of an outcome must hold from now on; those that people mean are chosen already. */
export function KeepForm({ answer, onClose }: { answer: Answer; onClose: () => void }) {
  const session = useSession();
  const facts = expectables(answer.trace.outcome);
  const [name, setName] = useState(() => nameFor(answer));
  const [keys, setKeys] = useState<ReadonlySet<string>>(
    () => new Set(facts.filter(({ usual }) => usual).map(({ key }) => key)),
  );
  const stale = useStale(answer);
  const nothing = !facts.some(({ key }) => keys.has(key));
  const toggle = (key: string, on: boolean) => {
    const next = new Set(keys);
    if (on) next.add(key);
    else next.delete(key);
    setKeys(next);
  };
  return (
    <form
      className={styles.keep}
      aria-label="Keep as expectation"
      onSubmit={(event) => {
        event.preventDefault();
        if (!nothing && !stale && keep(session, answer, name.trim() || nameFor(answer), keys)) onClose();
      }}
    >
      <LabelledField label="Name" error={nothing ? 'Choose what must hold.' : null}>
        {(ids) => (
          <TextField
            {...ids}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
            onFocus={(event) => event.target.select()}
            onKeyDown={(event) => event.key === 'Escape' && onClose()}
          />
        )}
      </LabelledField>
      <fieldset className={styles.facts}>
        <legend className={styles.legend}>What must hold</legend>
        {facts.map(({ key, title, value }) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={keys.has(key)}
              onChange={(event) => toggle(key, event.target.checked)}
            />
            <span>{title}</span>
            <code>{value}</code>
          </label>
        ))}
      </fieldset>
      <div className={styles.keepActions}>
        <Button type="submit" size="small" look="primary" disabled={nothing || stale}>
          Keep
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** `GET /v2/data → api.example`. */
function nameFor({ request, trace: { outcome } }: Answer): string {
  const { url, host = '', path = '/', method = 'GET' } = request;
  const [, where = path] = /^https?:\/\/[^/]+(.*)$/i.exec(url ?? '') ?? [];
  const [first] = outcome.destinations ?? [];
  const end = first
    ? [first.subset, first.host].filter(Boolean).join(' of ')
    : (outcome.redirect?.location ?? String(outcome.status ?? outcome.kind));
  return `${method} ${where || url || host} → ${end}`;
}
