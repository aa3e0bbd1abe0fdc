import { useMemo } from 'react';
import { parseDocument, type Path, type YamlValue } from '../../../yaml/index.ts';
import { asText, valueAt } from '../../../istio/index.ts';
import { useStore } from '../../useStore.ts';
import { labStore } from './labStore.ts';

/** The scenario that is shown, as data; undefined while its YAML cannot be read. */
export function useScenario(): YamlValue | undefined {
  const text = useStore(labStore, (state) => state.scenarioText);
  return useMemo(() => parseDocument(text).value, [text]);
}

/** What stands at a place of it, as a field shows it. */
export const textAt = (scenario: YamlValue | undefined, path: Path): string => {
  const value = valueAt(scenario, path);
  return asText(value) ?? (typeof value === 'number' ? String(value) : '');
};
