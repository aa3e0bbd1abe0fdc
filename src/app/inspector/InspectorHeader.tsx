import { CircleHelp } from 'lucide-react';
import type { Resource } from '../../istio/index.ts';
import { IconButton, KindGlyph, Segmented } from '../controls/index.ts';
import { lookOf } from '../../topology/index.ts';
import { useCell } from './form/cell.ts';
import { explained } from './form/explained.ts';
import { reading } from './reading.ts';
import styles from './Inspector.module.css';

/** What is shown, and how: as a form or in words. */
export function InspectorHeader({ resource }: { resource: Resource | undefined }) {
  const explains = useCell(explained, (on) => on);
  const view = useCell(reading, (now) => now);
  if (!resource) {
    return (
      <header className={styles.header}>
        <h2 className={styles.name}>Form</h2>
      </header>
    );
  }
  return (
    <header className={styles.header}>
      <KindGlyph kind={resource.kind} size={18} />
      <h2 className={styles.name} title={`${resource.kind} ${resource.name}`}>
        {resource.name || 'No name yet'}
      </h2>
      <span className={styles.kind}>{lookOf(resource.kind).words}</span>
      {resource.modelled && view === 'form' && (
        <IconButton
          label="Explain every field"
          aria-pressed={explains}
          onClick={() => explained.set(!explains)}
        >
          <CircleHelp size={15} aria-hidden="true" />
        </IconButton>
      )}
      <Segmented
        label="Form or words"
        value={view}
        options={[
          { value: 'form', title: 'Form' },
          { value: 'explain', title: 'Explain' },
        ]}
        onChange={(next) => reading.set(next)}
      />
    </header>
  );
}
