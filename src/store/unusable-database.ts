/** Why the program refuses to start on this database. The message is for the operator and holds no password. */
export class UnusableDatabase extends Error {
  override name = 'UnusableDatabase';
}
