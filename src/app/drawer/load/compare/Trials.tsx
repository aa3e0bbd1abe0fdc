import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TriableField } from '../../../../traffic/index.ts';
import { Button, Choice, IconButton, TextField } from '../../../controls/index.ts';
import { useSession } from '../../../session.tsx';
import { useStore } from '../../../useStore.ts';
import { askLab } from '../ask.ts';
import type { LabRun } from '../labStore.ts';
import { compareStore } from './compareState.ts';
import { keepTrials, leaveField, sameField, tryField } from './comparing.ts';
import { realTrials } from './otherFiles.ts';
import styles from './Compare.module.css';

/** Fields that are set otherwise on a copy of the files, until the person keeps them. */
export function Trials({ run }: { run: LabRun }) {
  const session = useSession();
  const trials = useStore(compareStore, (state) => state.trials);
  const fields = useTriable(run);
  const left = fields.filter((field) => !trials.some((trial) => sameField(trial.field, field)));
  const titleOf = ({ name, resource }: TriableField): string =>
    fields.filter((field) => field.name === name).length > 1
      ? `${name} · ${resource.split('/').at(-1) ?? ''}`
      : name;
  return (
    <div className={styles.trials}>
      {trials.map(({ id, field, value }) => (
        <div key={id} className={styles.trial}>
          <label htmlFor={`trial-${id}`} title={field.path.join('.')}>
            {titleOf(field)}
          </label>
          <TextField
            id={`trial-${id}`}
            mono
            value={value}
            placeholder={field.written ?? 'default'}
            onChange={({ target }) => tryField(field, target.value)}
          />
          <IconButton label={`Do not try ${field.name}`} onClick={() => leaveField(id)}>
            <X size={13} aria-hidden />
          </IconButton>
        </div>
      ))}
      <div className={styles.trial}>
        {left.length > 0 && (
          <Choice
            aria-label="Field to try"
            value=""
            options={[
              { value: '', title: 'Field to try…' },
              ...left.map((field, index) => ({ value: String(index), title: titleOf(field) })),
            ]}
            onChange={(index) => {
              const field = left[Number(index)];
              if (index !== '' && field) tryField(field);
            }}
          />
        )}
        {realTrials(trials).length > 0 && (
          <Button size="small" onClick={() => keepTrials(session)}>
            Write into the files
          </Button>
        )}
      </div>
      {fields.length === 0 && (
        <p className={styles.said}>
          No DestinationRule and no rule is on the way of this load: nothing to set.
        </p>
      )}
    </div>
  );
}

/** The fields on the way of the run. */
function useTriable({ of }: LabRun): readonly TriableField[] {
  const session = useSession();
  const [fields, setFields] = useState<readonly TriableField[]>([]);
  useEffect(() => {
    let gone = false;
    void askLab(session, 'triable', { scenario: of.scenario }).then((reply) => {
      if (!gone && reply && 'told' in reply) setFields(reply.told);
    });
    return () => {
      gone = true;
    };
  }, [session, of]);
  return fields;
}
