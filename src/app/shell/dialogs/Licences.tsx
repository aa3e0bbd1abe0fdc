import { useEffect, useState } from 'react';
import styles from './Licences.module.css';

/** One package in the build, as the build writes it into `licences.json`. */
interface Licence {
  readonly name: string;
  readonly version: string;
  readonly identifier?: string;
  readonly text?: string;
}

async function fetchLicences(signal: AbortSignal): Promise<readonly Licence[]> {
  const response = await fetch('./licences.json', { signal });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Licence[];
}

/** The packages in the build, with their licences. */
export function Licences() {
  const [licences, setLicences] = useState<readonly Licence[] | 'missing' | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    fetchLicences(abort.signal).then(setLicences, () => {
      if (!abort.signal.aborted) setLicences('missing');
    });
    return () => abort.abort();
  }, []);

  return (
    <section>
      <h3>Packages in this build</h3>
      {licences === null && <p>Reading the list…</p>}
      {licences === 'missing' && (
        <p>
          The list is written when the app is built, and this is a development server (or a file is missing).
        </p>
      )}
      {Array.isArray(licences) && (
        <ul className={styles.list}>
          {(licences as readonly Licence[]).map(({ name, version, identifier, text }) => (
            <li key={`${name}@${version}`}>
              <details>
                <summary>
                  {name} {version} <span className={styles.identifier}>{identifier}</span>
                </summary>
                <pre>{text ?? 'The package brings no licence text of its own.'}</pre>
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
