namespace KhuyenCong.Domain.Establishments;

/// <summary>Hợp nhất bản ghi trùng: which record took which over, by whom and why; undone, never deleted.</summary>
public sealed class EstablishmentMerge : IProvincial, IVersioned, IAudited
{
    private EstablishmentMerge()
    {
    }

    public Guid EstablishmentMergeId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid KeptId { get; private set; }

    public Guid MergedId { get; private set; }

    public EstablishmentState StateBefore { get; private set; }

    /// <summary>The owner's account that the kept record got from the merged one; null where it had its own, or there was none.</summary>
    public Guid? CarriedOwnerId { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public Guid? UndoneBy { get; private set; }

    public DateTime? UndoneAt { get; private set; }

    public string? UndoneReason { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Establishment), KeptId);

    public static EstablishmentMerge From(EstablishmentMerged merged, string provinceCode) => new()
    {
        EstablishmentMergeId = merged.EstablishmentMergeId,
        ProvinceCode = provinceCode,
        KeptId = merged.KeptId,
        MergedId = merged.MergedId,
        StateBefore = merged.StateBefore,
        CarriedOwnerId = merged.CarriedOwnerId,
        Reason = merged.Reason,
        By = merged.By,
        At = merged.At,
    };

    public void Apply(MergeUndone undone) => (UndoneBy, UndoneAt, UndoneReason) = (undone.By, undone.At, undone.Reason);
}

/// <summary>Đã hợp nhất; <paramref name="Copies"/> are the rows the kept record did not have, <paramref name="CarriedOwnerId"/> the owner's account it did not have.</summary>
public sealed record EstablishmentMerged(Guid EstablishmentMergeId, Guid KeptId, Guid MergedId, EstablishmentState StateBefore, IReadOnlyList<PartAdded> Copies, Guid? CarriedOwnerId, string Reason, Guid By, DateTime At);

/// <summary>Đã hoàn tác hợp nhất; <paramref name="Removals"/> are the copied rows, <paramref name="ReturnedOwnerId"/> the account given back.</summary>
public sealed record MergeUndone(Guid EstablishmentMergeId, EstablishmentState StateBefore, IReadOnlyList<PartRemoved> Removals, Guid? ReturnedOwnerId, string Reason, Guid By, DateTime At);

/// <summary>Hợp nhất và hoàn tác: the merged record keeps its rows and history; what the kept one lacks is copied and marked as copied.</summary>
public static class Merging
{
    public static Ruling<EstablishmentMerged> Merge(Establishment kept, Establishment merged, Guid mergeId, Func<Guid> newId, string? reason, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(merged);
        ArgumentNullException.ThrowIfNull(newId);
        return Decide.If(
            () => new EstablishmentMerged(
                mergeId, kept.EstablishmentId, merged.EstablishmentId, merged.State,
                [.. Lacking(kept, merged).Select(entry => new PartAdded(kept.EstablishmentId, newId(), entry, at, merged.EstablishmentId))],
                kept.OrganisationId is null ? merged.OrganisationId : null,
                reason!.Trim(), by, at),
            (kept.EstablishmentId != merged.EstablishmentId, new("merge.same")),
            (kept.State is not EstablishmentState.Merged && merged.State is not EstablishmentState.Merged, new("establishment.merged")),
            (!string.IsNullOrWhiteSpace(reason), new("establishment.reason-missing", nameof(reason))));
    }

    public static Ruling<MergeUndone> Undo(EstablishmentMerge merge, Establishment kept, string? reason, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(merge);
        ArgumentNullException.ThrowIfNull(kept);
        return Decide.If(
            () => new MergeUndone(
                merge.EstablishmentMergeId, merge.StateBefore,
                [.. kept.Parts.Where(p => p.MergedFromId == merge.MergedId).Select(p => new PartRemoved(kept.EstablishmentId, p.PartId, reason!.Trim(), at))],
                kept.OrganisationId == merge.CarriedOwnerId ? merge.CarriedOwnerId : null,
                reason!.Trim(), by, at),
            (merge.UndoneAt is null, new("merge.already-undone")),
            (kept.State is not EstablishmentState.Merged, new("merge.kept-was-merged")),
            (!string.IsNullOrWhiteSpace(reason), new("establishment.reason-missing", nameof(reason))));
    }

    /// <summary>Rows of the merged record that say something the kept one does not; where both speak of one year, the kept one's figures stand.</summary>
    private static IEnumerable<PartEntry> Lacking(Establishment kept, Establishment merged)
    {
        var known = kept.Parts.Select(p => Key(p.Entry)).Append(Key(new NameEntry(kept.Name, null, null))).ToHashSet();
        return merged.Parts.Select(p => p.Entry).Append(new NameEntry(merged.Name, null, null)).Where(entry => known.Add(Key(entry)));
    }

    private static string Key(PartEntry entry) => entry switch
    {
        IdentifierEntry e => $"id {e.Kind} {IdentifierText.Key(e.Number)}",
        SiteEntry e => $"site {e.CommuneCode} {SearchText.Fold(e.Address)} {e.From}",
        NameEntry e => $"name {SearchText.Fold(e.Name)}",
        YearEntry e => $"year {e.Year}",
        ProductEntry e => $"product {SearchText.Fold(e.Name)}",
        CertificateEntry e => $"certificate {e.Kind} {SearchText.Fold(e.Number)}",
        ContactEntry e => $"contact {SearchText.Fold(e.Name)} {PhoneText.Key(e.Phone)} {e.Email}",
        SupplyLinkEntry e => $"link {e.Kind} {SearchText.Fold(e.Partner)}",
        ConsentEntry e => $"consent {e.NoticeVersion} {e.GivenOn}",
        _ => "",
    };
}
