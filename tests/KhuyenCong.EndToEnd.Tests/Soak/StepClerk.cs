using System.Text.RegularExpressions;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>People who take the steps of a round one after the other, and round after round; after a break they look which step was the last that was done.</summary>
public abstract partial class StepClerk(Moneys kept, params Clerk[] people) : IDisposable
{
    private IEnumerator<Step>? round;

    protected static string Today => Hands.Today.Text();

    protected Moneys Kept => kept;

    protected IReadOnlyList<Clerk> People => people;

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Array.ForEach(people, clerk => clerk.Dispose());
        round?.Dispose();
    }

    public Task WorkAsync() => kept.UntilGoneAsync(NextAsync);

    /// <summary>The steps, each made when the one before it is done.</summary>
    protected abstract IEnumerable<Step> Round();

    /// <summary>The identity at the end of an address.</summary>
    protected static string IdOf(string address) => address[^36..];

    /// <summary>A step of a record whose page offers it by its name.</summary>
    protected static Step Move(string sort, Clerk clerk, string record, params (string Name, string Value)[] written)
    {
        var action = sort[(sort.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var address = $"{record}?viec={action}";
        return new(sort, IdOf(record), () => ShowsAsync(clerk, address, $"?viec={action}\""), () => SendAsync(clerk, address, address, written));
    }

    /// <summary>Reads the page of a form and sends what is written into it, with the version that it was shown with.</summary>
    protected static async Task<(string? Redirect, string Answer)> SendAsync(Clerk clerk, string form, string to, params (string Name, string Value)[] written) =>
        await FillAsync(clerk, await clerk.ReadAsync(form), to, null, written);

    /// <summary>The same where the page was read already; with a file, where there is one.</summary>
    protected static async Task<(string? Redirect, string Answer)> FillAsync(Clerk clerk, string page, string to, (string Field, string Name, byte[] Content)? file, params (string Name, string Value)[] written)
    {
        using var fields = Filled(page, file, written);
        return await clerk.SendAsync(to, page, fields);
    }

    protected static MultipartFormDataContent Filled(string page, (string Field, string Name, byte[] Content)? file, params (string Name, string Value)[] written)
    {
        var fields = new MultipartFormDataContent();
        foreach (var (name, value) in written)
        {
            fields.Add(new StringContent(value), name);
        }

        if (page.Contains("name=\"BaseVersion\"", StringComparison.Ordinal))
        {
            fields.Add(new StringContent(Clerk.Value(page, "BaseVersion")), "BaseVersion");
        }

        if (file is { } upload)
        {
            fields.Add(new ByteArrayContent(upload.Content), upload.Field, upload.Name);
        }

        return fields;
    }

    /// <summary>What the page itself shows: the menu of whoever reads it repeats the address that was asked for.</summary>
    protected static async Task<bool> ShowsAsync(Clerk clerk, string address, string text) => Body(await clerk.ReadAsync(address)).Contains(text, StringComparison.Ordinal);

    /// <summary>What a list lets choose, without its empty choice.</summary>
    protected static IReadOnlyList<string> Options(string page, string name)
    {
        var from = page.IndexOf($"name=\"{name}\"", StringComparison.Ordinal);
        var to = from < 0 ? -1 : page.IndexOf("</select>", from, StringComparison.Ordinal);
        if (to < 0)
        {
            throw new InvalidOperationException($"there is no list {name}");
        }

        return [.. Identity().Matches(page[from..to]).Select(option => option.Groups[1].Value)];
    }

    /// <summary>What a page shows in this way for the first time.</summary>
    protected static string Found(Regex shown, string page) =>
        shown.Match(page) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException($"nothing on the page is like {shown}");

    /// <summary>The first address of this shape with an identity; empty where the page has none.</summary>
    protected static string Address(string page, string before) => Addresses(page, before).FirstOrDefault() ?? "";

    /// <summary>All of them; those of the navigation and the bell are not the page's.</summary>
    protected static IEnumerable<string> Addresses(string page, string before) =>
        Regex.Matches(Body(page), Regex.Escape(before) + "[0-9a-f]{8}-[0-9a-f-]{27}").Select(found => found.Value);

    /// <summary>Without the frame around it.</summary>
    private static string Body(string page)
    {
        var (from, to) = (page.IndexOf("<main", StringComparison.Ordinal), page.LastIndexOf("</main>", StringComparison.Ordinal));
        return from >= 0 && to > from ? page[from..to] : throw new InvalidOperationException("there is no page in the frame");
    }

    private async Task<string?> NextAsync()
    {
        round ??= Rounds().GetEnumerator();
        if (round.Current is null)
        {
            round.MoveNext();
        }

        var step = round.Current!;
        try
        {
            if (await TakeAsync(step) is { } refused)
            {
                return $"{step.Sort} of {step.Key}: {refused}";
            }
        }
        catch (Exception unfit) when (Clerk.IsUnfit(unfit))
        {
            return $"{step.Sort} of {step.Key}: {unfit.Message}";
        }

        round.MoveNext();
        return null;
    }

    private IEnumerable<Step> Rounds()
    {
        while (true)
        {
            foreach (var step in Round())
            {
                yield return step;
            }
        }
    }

    private async Task<string?> TakeAsync(Step step)
    {
        var counts = step.Sort.Length > 0;
        var wasSent = kept.Deeds.IsPending(step.Sort, step.Key);
        if ((step.LooksFirst || wasSent) && !await step.IsUndone())
        {
            if (counts)
            {
                kept.Deeds.Find(step.Sort, step.Key);
            }

            return null;
        }

        List<(string Sort, string Key)> deeds = counts ? [(step.Sort, step.Key)] : [];
        if (step.Besides is { } besides)
        {
            deeds.Add(besides);
        }

        deeds.ForEach(deed => kept.Deeds.Ask(deed.Sort, deed.Key));
        var (redirect, answer) = await TriedAsync(step);
        if (redirect is null)
        {
            // Another may have done meanwhile what anybody may do, or the same step went through before its answer was lost.
            if (await step.IsUndone())
            {
                return answer;
            }

            if (counts)
            {
                kept.Deeds.Find(step.Sort, step.Key);
            }

            if (counts && !wasSent)
            {
                kept.Contradict($"{step.Sort} of {step.Key} was sent once, is done and was refused: {answer}");
            }

            return null;
        }

        deeds.ForEach(deed => kept.Deeds.Answer(deed.Sort, deed.Key));
        return null;
    }

    /// <summary>Whoever finds no form for it where they expected one looks again as well, before they say that it cannot be done.</summary>
    private static async Task<(string? Redirect, string Answer)> TriedAsync(Step step)
    {
        try
        {
            return await step.DoAsync();
        }
        catch (Exception unfit) when (Clerk.IsUnfit(unfit))
        {
            return (null, unfit.Message);
        }
    }

    [GeneratedRegex("value=\"([0-9a-f]{8}-[0-9a-f-]{27})\"")]
    private static partial Regex Identity();
}
