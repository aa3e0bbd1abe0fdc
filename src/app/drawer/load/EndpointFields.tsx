import { X } from 'lucide-react';
import { asList, asText, member, valueAt } from '../../../istio/index.ts';
import type { YamlMap, YamlValue } from '../../../yaml/index.ts';
import { Button, IconButton } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { addItem, removeField, setField } from './edit.ts';
import { Foldable } from './Foldable.tsx';
import { labStore } from './labStore.ts';
import { ScenarioField } from './ScenarioField.tsx';
import { textAt } from './useScenario.ts';
import styles from './Form.module.css';

/** Who answers: as the files say, or as it is declared for the lab; how fast, and how often not. */
export function EndpointFields({ scenario }: { scenario: YamlValue | undefined }) {
  const session = useSession();
  const clusters = useStore(labStore, ({ run }) => run?.report.clusters);
  const declared = asList(valueAt(scenario, ['endpoints']));
  const found = clusters?.flatMap(({ endpoints }) => endpoints.map(({ endpoint }) => endpoint)) ?? [];
  const several = (clusters?.length ?? 0) > 1;
  const declare = (): void => {
    const all = (clusters ?? []).flatMap(({ cluster, endpoints }) =>
      endpoints.map(({ endpoint, locality }): YamlMap => ({
        name: endpoint,
        ...(several && { host: hostIn(cluster) }),
        ...(locality && { locality }),
        latency: '20ms',
      })),
    );
    setField(session, ['endpoints'], all.length ? all : [{ name: 'pod', count: 3, latency: '20ms' }]);
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Endpoints</legend>
      {declared.length === 0 ? (
        <>
          <Button size="small" onClick={declare}>
            Declare…
          </Button>
          <p className={styles.found}>
            {found.length ? found.slice(0, 6).join(' · ') : 'None yet'}
            {found.length > 6 && ` and ${found.length - 6} more`}
          </p>
        </>
      ) : (
        <Button
          size="small"
          onClick={() =>
            addItem(session, ['endpoints'], declared.length, {
              name: `endpoint-${declared.length + 1}`,
              latency: '20ms',
            })
          }
        >
          + Endpoint
        </Button>
      )}
      {declared.map((endpoint, index) => (
        <Foldable
          // oxlint-disable-next-line react/no-array-index-key -- an endpoint is known by its place
          key={index}
          title={said(endpoint)}
          end={
            <IconButton
              label={`Remove endpoint ${nameOf(endpoint, index)}`}
              onClick={() => removeField(session, ['endpoints', index])}
            >
              <X size={14} aria-hidden />
            </IconButton>
          }
        >
          <EndpointForm scenario={scenario} index={index} />
        </Foldable>
      ))}
    </fieldset>
  );
}

function EndpointForm({ scenario, index }: { scenario: YamlValue | undefined; index: number }) {
  const at = ['endpoints', index];
  const long = valueAt(scenario, [...at, 'latency']);
  return (
    <>
      <div className={styles.line}>
        <ScenarioField label="Name" path={[...at, 'name']} scenario={scenario} />
        <ScenarioField label="How many" path={[...at, 'count']} scenario={scenario} numeric placeholder="1" />
        <ScenarioField
          label="Locality"
          path={[...at, 'locality']}
          scenario={scenario}
          placeholder="region/zone"
        />
      </div>
      <div className={styles.line}>
        <ScenarioField
          label={asText(long) === undefined && long !== undefined ? 'Latency, p50' : 'Latency'}
          path={
            asText(long) === undefined && long !== undefined ? [...at, 'latency', 'p50'] : [...at, 'latency']
          }
          scenario={scenario}
          placeholder="10 to 25 ms"
        />
        <ScenarioField label="Errors" path={[...at, 'errors']} scenario={scenario} placeholder="0%" />
        <ScenarioField label="Weight" path={[...at, 'weight']} scenario={scenario} numeric placeholder="1" />
      </div>
    </>
  );
}

/** `outbound|80|v1|host`, as Envoy calls a cluster. */
const hostIn = (cluster: string): string => cluster.split('|').at(-1) ?? cluster;

const nameOf = (endpoint: YamlValue, index: number): string =>
  asText(member(endpoint, 'name')) ?? String(index + 1);

/** `eu × 3 · eu/a · 20ms`. */
function said(endpoint: YamlValue): string {
  const count = textAt(endpoint, ['count']);
  const latency = textAt(endpoint, ['latency']) || textAt(endpoint, ['latency', 'p50']);
  const errors = textAt(endpoint, ['errors']);
  return [
    `${textAt(endpoint, ['name']) || 'endpoint'}${count && count !== '1' ? ` × ${count}` : ''}`,
    textAt(endpoint, ['locality']),
    latency,
    errors && `${errors} errors`,
  ]
    .filter(Boolean)
    .join(' · ');
}
