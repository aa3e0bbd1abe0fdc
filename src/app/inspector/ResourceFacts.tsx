import { useEffect, useRef } from 'react';
import { asLabels, labelsText, member, type Resource } from '../../istio/index.ts';
import { Button } from '../controls/index.ts';
import { registerPane } from '../commands/panes.ts';
import { useSession } from '../session.tsx';
import { showInYaml } from './showInYaml.ts';
import styles from './Inspector.module.css';

/** A resource of a kind that has no form: what it is, where it stands, and the way to its text. */
export function ResourceFacts({ resource }: { resource: Resource }) {
  const session = useSession();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(
    () =>
      registerPane('inspector', {
        focus: () => button.current?.focus(),
        revealField: () => button.current?.focus(),
        addField: () => button.current?.focus(),
      }),
    [],
  );
  const labels = labelsText(asLabels(member(member(resource.value, 'metadata'), 'labels')));
  const facts = [
    ['Kind', resource.kind],
    ['API version', resource.apiVersion],
    ['Name', resource.name],
    ['Namespace', resource.namespace],
    ['Labels', labels],
    ['File', resource.source.file],
  ] as const;
  return (
    <div className={styles.calm}>
      <dl className={styles.facts}>
        {facts.map(
          ([name, text]) =>
            text !== '' && (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
      <p>Meshwright keeps this as it is; edit it in the YAML.</p>
      <div className={styles.actions}>
        <Button ref={button} onClick={() => showInYaml(session, resource)}>
          Edit in YAML
        </Button>
      </div>
    </div>
  );
}
