import { useQuery } from '@tanstack/react-query';
import { directoryQuery } from '../api/queries.ts';
import { useSay } from '../texts.ts';

interface OthersProps {
  readonly others: readonly { readonly staff: number; readonly typing: boolean }[];
}

/** Who else has this open, and who of them is writing: read out when it changes. */
export function Others({ others }: OthersProps) {
  const say = useSay();
  const { data: directory } = useQuery(directoryQuery);
  const nameAll = (some: OthersProps['others']) =>
    some
      .map(({ staff }) => directory?.staff.find(({ id }) => id === staff)?.name ?? say('colleague'))
      .join(say('comma'));
  const [typing, looking] = [others.filter((each) => each.typing), others.filter((each) => !each.typing)];
  return (
    <p role="status" className="others">
      {typing.length > 0 && say('others_typing', { names: nameAll(typing) })}
      {looking.length > 0 && say('others_here', { names: nameAll(looking) })}
    </p>
  );
}
