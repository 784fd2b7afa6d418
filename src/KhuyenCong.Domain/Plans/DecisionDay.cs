namespace KhuyenCong.Domain.Plans;

/// <summary>Ngày nộp, ngày thẩm định xong của một hồ sơ trong đợt; a day that is not known is not compared.</summary>
public sealed record DossierDays(string Name, DateOnly? FiledOn, DateOnly? AppraisedOn)
{
    /// <summary>The later of the two.</summary>
    public DateOnly? Ready => FiledOn is { } filed && AppraisedOn is { } appraised ? (filed > appraised ? filed : appraised) : FiledOn ?? AppraisedOn;
}

/// <summary>Ngày quyết định so với hồ sơ: what is told and never blocks, since dossiers are also entered after the paper was signed.</summary>
public static class DecisionDay
{
    /// <summary>Dossiers that a decision of this day comes before.</summary>
    public static IReadOnlyList<Breach> Warnings(DateOnly decided, IEnumerable<DossierDays> dossiers)
    {
        ArgumentNullException.ThrowIfNull(dossiers);
        return
        [
            .. from dossier in dossiers
               where dossier.Ready > decided
               select dossier.FiledOn > decided
                   ? new Breach("plan.decided-before-filed", null, dossier.Name, decided, dossier.FiledOn!)
                   : new Breach("plan.decided-before-appraised", null, dossier.Name, decided, dossier.AppraisedOn!),
        ];
    }
}
