import { TriangleAlert } from 'lucide-react';
import type { Resource } from '../../../istio/index.ts';
import { Button } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { showInYaml } from '../showInYaml.ts';
import styles from './banner.module.css';

/** Says that the document cannot be read now, and leads to the place. */
export function StaleBanner({ resource }: { resource: Resource }) {
  const session = useSession();
  const line = useSessionState((state) => brokenLine(state.analysis.problems, resource));
  return (
    <output className={styles.banner}>
      <TriangleAlert size={15} aria-hidden="true" className={styles.icon} />
      <div>
        <p>
          The YAML of this document is broken{line === undefined ? '' : ` at line ${line}`}; the form shows
          how it last was.
        </p>
        <Button size="small" onClick={() => showInYaml(session, resource, line)}>
          {line === undefined ? 'Go to the YAML' : 'Go to line'}
        </Button>
      </div>
    </output>
  );
}

/** The line of the first error of the file that concerns no resource: what keeps a document from being read. */
function brokenLine(
  problems: readonly { file: string; resource: unknown; severity: string; line: number }[],
  resource: Resource,
): number | undefined {
  return problems.find(
    (problem) =>
      problem.file === resource.source.file && problem.resource === null && problem.severity === 'error',
  )?.line;
}
