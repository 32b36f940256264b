/** `postgres://desk:secret@db.example:5432/desk` as people may see it: host, port and name, neither user nor password. */
export function describeAddress(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname || searchParams.get('host') || 'localhost';
  return `${host}${port ? `:${port}` : ''}${pathname}`;
}
