namespace KhuyenCong.Domain.Programmes;

/// <summary>Ban hành phiên bản: whether a text may come into force.</summary>
/// <remarks>Figures that disagree are no obstacle: discrepancies are shown, not refused.</remarks>
public static class PublishVersion
{
    /// <param name="draft">The version to publish.</param>
    /// <param name="current">The version in force, if any.</param>
    /// <param name="inForceFrom">Null means the day of the decision ("kể từ ngày ký").</param>
    /// <param name="today">No decision is signed in the future.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="at">When.</param>
    public static Ruling<VersionPublished> Of(ProgrammeVersion draft, ProgrammeVersion? current, DateOnly? inForceFrom, DateOnly today, string by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var from = inForceFrom ?? draft.Text.Decision.Date;
        var breaches = ProgrammeTextFaults.Find(draft.Text, today).ToList();
        if (draft.State is not VersionState.Draft)
        {
            breaches.Add(new("programme.version-not-draft", null, draft.Number));
        }

        if (from < draft.Text.Decision.Date)
        {
            breaches.Add(new("programme.in-force-before-decision", nameof(inForceFrom)));
        }

        if (current?.InForceFrom > from)
        {
            breaches.Add(new("programme.in-force-before-current", nameof(inForceFrom), current.InForceFrom.Value));
        }

        return Decide.Unless(breaches, () => new VersionPublished(draft.ProgrammeId, draft.Number, draft.Text, from, by, at));
    }

    /// <summary>Người soạn không ban hành: in a commune, whoever wrote the text leaves it to somebody else who may, where there is anybody who did not write it.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="publisher">Who wants to bring it into force.</param>
    /// <param name="writers">Who opened or saved the draft.</param>
    /// <param name="entitled">Who holds the entry of this commune's programme today.</param>
    public static Breach? WriterPublishes(Programme programme, Guid publisher, IReadOnlyCollection<Guid> writers, IReadOnlyCollection<Guid> entitled)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return programme.Level is ProgrammeLevel.Commune && writers.Contains(publisher) && entitled.Any(p => p != publisher && !writers.Contains(p)) ? new("programme.writer-publishes") : null;
    }

    /// <summary>The next number: versions are counted from 1, drafts too, and a number is never used twice.</summary>
    public static int NextNumber(IEnumerable<int> numbers) => numbers.DefaultIfEmpty(0).Max() + 1;
}

/// <summary>Phiên bản có hiệu lực: the text that counts from now on.</summary>
public sealed record VersionPublished(Guid ProgrammeId, int Number, ProgrammeText Text, DateOnly InForceFrom, string PublishedBy, DateTime PublishedAt);
