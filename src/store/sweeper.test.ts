import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Swept } from './sweep.ts';
import { startSweeper } from './sweeper.ts';

const none: Swept = { grants: 0, sessions: 0, throttle: 0 };

describe('the sweeper', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
  afterEach(() => vi.useRealTimers());

  const settings = { now: () => 42, everySeconds: 60, limit: 10, onError: vi.fn() };

  it('sweeps once a period, at the time of its clock', async () => {
    const sweep = vi.fn().mockResolvedValue(none);
    const sweeper = startSweeper({ ...settings, sweep });
    expect(sweep).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sweep.mock.calls).toEqual([
      [42, 10],
      [42, 10],
    ]);
    await sweeper.stop();
  });

  it.each(['grants', 'sessions', 'throttle'])('goes on while batches of %s come full', async (table) => {
    const sweep = vi.fn().mockResolvedValue(none);
    sweep.mockResolvedValueOnce({ ...none, [table]: 10 }).mockResolvedValueOnce({ ...none, [table]: 9 });
    const sweeper = startSweeper({ ...settings, sweep });
    vi.advanceTimersByTime(60_000);
    await vi.waitFor(() => expect(sweep).toHaveBeenCalledTimes(2));
    await sweeper.stop();
    expect(sweep).toHaveBeenCalledTimes(2);
  });

  it('never overlaps itself, and stopping awaits the running batch', async () => {
    let finish: (swept: Swept) => void = () => undefined;
    const sweep = vi.fn(() => new Promise<Swept>((resolve) => (finish = resolve)));
    const sweeper = startSweeper({ ...settings, sweep });
    vi.advanceTimersByTime(180_000);
    expect(sweep).toHaveBeenCalledTimes(1);
    const stopped = vi.fn();
    const stopping = sweeper.stop().then(stopped);
    await Promise.resolve();
    expect(stopped).not.toHaveBeenCalled();
    finish({ ...none, grants: 10 });
    await stopping;
    vi.advanceTimersByTime(180_000);
    expect(sweep).toHaveBeenCalledTimes(1);
  });

  it('hands an error over and sweeps again at the next turn', async () => {
    const [failure, onError] = [new Error('database away'), vi.fn()];
    const sweep = vi.fn().mockRejectedValueOnce(failure).mockResolvedValue(none);
    const sweeper = startSweeper({ ...settings, sweep, onError });
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(onError.mock.calls).toEqual([[failure]]));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sweep).toHaveBeenCalledTimes(2);
    await sweeper.stop();
  });
});
