namespace KhuyenCong.EndToEnd.Soak;

/// <content>The acceptance filled at a site without network: the page was taken along, and what was written on it is sent under a key of its own.</content>
public sealed partial class ChainClerk
{
    /// <summary>Whether the record of this round is filled without network; every other one is.</summary>
    private bool isAway;

    /// <summary>First the form, then its photograph. Whoever got no answer does not look: they send the same again, and are answered as if it were the first time.</summary>
    private IEnumerable<Step> Sending(string acceptance, string photo)
    {
        var (key, taken) = (IdOf(acceptance), Array.Empty<(string, string)>());
        yield return Step.Look(key, async () => taken = Written(await officer.ReadAsync($"{acceptance}{AfterSaving}?them=true")));
        yield return new("Offline.Record", key, () => Task.FromResult(true), () => SyncedAsync(acceptance, key, taken));
        yield return new("Offline.File", photo, () => Task.FromResult(true), () => SyncAsync(acceptance, "?handler=File", ("file", photo, Files.Photo(photo)), ("key", key), ("field", "Scene")));
    }

    /// <summary>By two tabs at the same moment: it is saved once, and both are told so.</summary>
    private async Task<(string? Redirect, string Answer)> SyncedAsync(string acceptance, string key, (string Name, string Value)[] taken)
    {
        (string, string)[] sent = [.. taken, ("Form.Key", key), ("Form.Before", "")];
        var answers = await Task.WhenAll(SyncAsync(acceptance, "", null, sent), SyncAsync(acceptance, "", null, sent));
        return Array.Exists(answers, answer => answer.Redirect is null) ? answers.First(answer => answer.Redirect is null) : answers[0];
    }

    /// <summary>With a token of the session as it is now.</summary>
    private async Task<(string? Redirect, string Answer)> SyncAsync(string acceptance, string handler, (string Field, string Name, byte[] Content)? file, params (string Name, string Value)[] written)
    {
        var page = await officer.ReadAsync(acceptance);
        using var fields = Filled(page, file, written);
        return await officer.SyncAsync($"{acceptance}{AfterSaving}{handler}", page, fields);
    }
}
