import { useDeferredValue, useMemo, useState } from 'react';
import type { ResourceId } from '../../istio/index.ts';
import { panes } from '../commands/panes.ts';
import { deleteNamed } from '../commands/removing.ts';
import { RovingList, TextField } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { showOutcome } from '../shell/layout/showPane.ts';
import { FILTER_FROM, railEntries } from './entries.ts';
import { sameListing } from './listed.ts';
import { ResourceRow } from './ResourceRow.tsx';
import { Section } from './Section.tsx';
import styles from './lists.module.css';

/** The resources of all files; with a box to filter them once they are many. */
export function ResourcesSection() {
  const session = useSession();
  const resources = useSessionState((state) => state.analysis.mesh.resources, sameListing);
  const selected = useSessionState((state) => state.selection?.resource ?? null);
  const [filter, setFilter] = useState('');
  const words = useDeferredValue(filter);
  const entries = useMemo(() => railEntries(resources, words), [resources, words]);
  const oneNamespace = useMemo(
    () => new Set(resources.map(({ namespace }) => namespace)).size <= 1,
    [resources],
  );
  const select = (resource: ResourceId) => {
    session.dispatch({ type: 'select', resource, origin: 'rail' });
    showOutcome(session, 'form');
  };
  const filtered = resources.length > FILTER_FROM;

  return (
    <Section name="resources" title="Resources" rows={entries.length + (filtered ? 1 : 0)}>
      {filtered && (
        <div className={styles.filter}>
          <TextField
            type="search"
            aria-label="Filter resources"
            placeholder={`Filter ${resources.length.toLocaleString('en')}…`}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
        </div>
      )}
      {entries.length === 0 ? (
        <p className={styles.empty}>
          {resources.length === 0
            ? 'Resources appear here as soon as a file has one.'
            : 'Nothing fits these words.'}
        </p>
      ) : (
        <RovingList
          label="Resources"
          items={entries}
          keyOf={(entry) => entry.key}
          isRow={(entry) => 'resource' in entry}
          heightOf={() => 28}
          reveal={selected}
          onRowKey={(event, entry) => {
            if (!('resource' in entry) || (event.key !== 'F2' && event.key !== 'Delete')) return;
            event.preventDefault();
            const resource = entry.resource.id;
            if (event.key === 'F2') panes.shell?.openDialog('rename', resource);
            else deleteNamed(session, panes, { resource }, 'rail');
          }}
        >
          {(entry, stop) =>
            'resource' in entry ? (
              <ResourceRow
                resource={entry.resource}
                stop={stop}
                current={entry.key === selected}
                withNamespace={!oneNamespace}
                onPress={() => select(entry.resource.id)}
              />
            ) : (
              <h3 className={styles.heading}>
                {entry.heading} <span>{entry.count.toLocaleString('en')}</span>
              </h3>
            )
          }
        </RovingList>
      )}
    </Section>
  );
}
