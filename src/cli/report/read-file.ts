import { DeskError } from '../../errors.ts';
import { importReport, type ReadProblem, type ReadReport } from '../../reports/index.ts';
import type { CliContext } from '../context.ts';

export function writeReadProblem({ say }: CliContext, { code, values }: ReadProblem): string {
  return say(`import.${code}`, values);
}

/** @throws DeskError INPUT_INVALID saying why the file is refused and how to mend it */
export async function readReportFile(context: CliContext, file: string): Promise<ReadReport> {
  const read = await importReport(file);
  if (read.ok) return read.report;
  const { code, values } = read.fault;
  throw new DeskError('INPUT_INVALID', context.say(`import.${code}`, values), {
    hint: context.say(`import.${code}_hint`, values),
  });
}
