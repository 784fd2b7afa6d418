namespace KhuyenCong.Data;

/// <summary>One writer at a time for the embedded database: without it SQLite writers starve each other for seconds.</summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim turnstile = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await turnstile.WaitAsync(cancellationToken);
        return new Turn(turnstile);
    }

    public void Dispose() => turnstile.Dispose();

    private sealed class Turn(SemaphoreSlim turnstile) : IDisposable
    {
        private bool left;

        public void Dispose()
        {
            if (!left)
            {
                left = true;
                turnstile.Release();
            }
        }
    }
}
