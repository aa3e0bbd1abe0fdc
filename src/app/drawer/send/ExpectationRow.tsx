import { CircleCheck, CircleX, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { ToldExpectation } from '../../../session/index.ts';
import { DropMenu, IconButton, MenuItem, TextField, type Stop } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { forget, rename, sendAgain, showText } from './expectations.ts';
import styles from './Expectations.module.css';

interface ExpectationRowProps {
  told: ToldExpectation;
  stop: Stop;
  renaming: boolean;
  onRename: (on: boolean) => void;
}

/** One expectation, and in what it fails: press it to send its request again. */
export function ExpectationRow({ told, stop, renaming, onRename }: ExpectationRowProps) {
  const session = useSession();
  const { expectation, departures } = told;
  const holds = departures.length === 0;
  const { name } = expectation;
  if (renaming)
    return (
      <NameField value={name} onDone={(next) => (onRename(false), next && rename(session, told, next))} />
    );
  return (
    <div className={styles.row} data-holds={holds}>
      <button type="button" {...stop} className={styles.main} onClick={() => sendAgain(session, told)}>
        {holds ? (
          <CircleCheck size={15} aria-hidden className={styles.icon} />
        ) : (
          <CircleX size={15} aria-hidden className={styles.icon} />
        )}
        <span className={styles.name}>
          <span className="visually-hidden">{holds ? 'Holds: ' : 'Fails: '}</span>
          {name}
          {!holds && <span className={styles.differs}>{departures.join('; ')}</span>}
        </span>
      </button>
      <DropMenu
        label={`More for ${name}`}
        trigger={
          <IconButton label={`More for ${name}`} className={styles.more} tabIndex={stop.tabIndex}>
            <Ellipsis size={14} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem title="Rename" onClick={() => onRename(true)} />
        <MenuItem title="Show in the YAML" onClick={() => showText(session, told)} />
        <MenuItem title="Delete" danger onClick={() => forget(session, told)} />
      </DropMenu>
    </div>
  );
}

/** Enter or leaving keeps the name, Escape does not. */
function NameField({ value, onDone }: { value: string; onDone: (name: string | null) => void }) {
  const [text, setText] = useState(value);
  const keep = () => onDone(text.trim() && text.trim() !== value ? text.trim() : null);
  return (
    <div className={styles.row}>
      <TextField
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for, and stands where the name stood
        autoFocus
        aria-label="Name of the expectation"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') onDone(null);
        }}
      />
    </div>
  );
}
