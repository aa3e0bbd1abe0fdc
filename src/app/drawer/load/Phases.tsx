import { X } from 'lucide-react';
import { asList, valueAt } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import { Button, IconButton } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { addItem, removeField } from './edit.ts';
import { ScenarioField } from './ScenarioField.tsx';
import styles from './Form.module.css';

const PATH = ['load', 'phases'] as const;

/** How the rate changes over time: from when on, to how much, and within how long. */
export function Phases({ scenario }: { scenario: YamlValue | undefined }) {
  const session = useSession();
  const phases = asList(valueAt(scenario, PATH));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Phases</legend>
      <Button
        size="small"
        onClick={() => addItem(session, [...PATH], phases.length, { at: '50s', rate: 100 })}
      >
        + Phase
      </Button>
      {phases.map((_, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a phase is known by its place
        <div key={index} className={styles.line}>
          <ScenarioField label="From" path={[...PATH, index, 'at']} scenario={scenario} placeholder="0s" />
          <ScenarioField label="Requests / s" path={[...PATH, index, 'rate']} scenario={scenario} numeric />
          <ScenarioField
            label="Reached in"
            path={[...PATH, index, 'ramp']}
            scenario={scenario}
            placeholder="at once"
          />
          <IconButton
            label={`Remove phase ${index + 1}`}
            className={styles.remove}
            onClick={() => removeField(session, [...PATH, index])}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
    </fieldset>
  );
}
