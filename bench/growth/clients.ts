import { join } from 'node:path';
import { createCodegrantDatabase } from '../contestants/codegrant-database.ts';
import { runCodegrant, startCodegrant } from '../contestants/codegrant.ts';
import type { Measurement } from '../measurement.ts';
import { folderFor, sideBySide } from '../work/side-by-side.ts';
import { exchange } from '../work/works.ts';

/** One server that knows a thousand clients, of whom one, ten or all exchange codes, taking turns. */
export const clientsInTurn: Measurement = {
  name: 'clients',
  summary: 'exchange by one client, by ten and by a thousand, taking turns',
  async measure(bench) {
    const folder = folderFor('clients', bench.folder);
    const url = `sqlite:${join(folder, 'codegrant.db')}`;
    const ids = Array.from({ length: 1000 }, (_, index) => `bench-client-${index}`);
    const database = await createCodegrantDatabase(url, ids);
    const running = runCodegrant([await startCodegrant(url, folder)], database);
    const entrants = [1, 10, 1000].map((count) => {
      const clientIds = ids.slice(0, count);
      const mintCodes = (codes: number) => database.mintCodes(codes, clientIds);
      return [`clients-${count}`, { ...running, clientIds, mintCodes }] as const;
    });
    try {
      return { clients: await sideBySide(exchange, new Map(entrants), bench) };
    } finally {
      await running.stop();
    }
  },
};
