import { useCommand } from '../../commands/useCommand.ts';
import { Button } from '../../controls/index.ts';

/** The way to take the work out of a page that cannot keep it. */
export function DownloadAll() {
  const { enabled, run } = useCommand('export.download-all');
  if (!enabled) return null;
  return (
    <Button size="small" onClick={run}>
      Download all files
    </Button>
  );
}
