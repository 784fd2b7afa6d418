namespace KhuyenCong.Domain.Acceptances;

/// <summary>Địa điểm của hợp đồng chưa nghiệm thu xong: records that are still written or await their conclusion, work that is to be completed, sites nobody has accepted.</summary>
/// <param name="Unfinished">Sites whose record is not concluded.</param>
/// <param name="ToComplete">Sites whose last record asks for more work, without another round after it.</param>
/// <param name="Missing">Sites without any record.</param>
public sealed record OpenSites(IReadOnlyList<string> Unfinished, IReadOnlyList<string> ToComplete, IReadOnlyList<string> Missing)
{
    public static readonly OpenSites None = new([], [], []);

    public bool IsNone => Unfinished.Count == 0 && ToComplete.Count == 0 && Missing.Count == 0;

    /// <summary>The same where nobody waits for the sites that were not done.</summary>
    public OpenSites WithoutMissing => this with { Missing = [] };

    /// <param name="contractId">Whose sites.</param>
    /// <param name="sites">That the contract is to do, in their order.</param>
    /// <param name="records">Of the whole project, but for those undone: a site that was accepted under another contract is not missing here.</param>
    public static OpenSites Of(Guid contractId, IReadOnlyCollection<ContractSite> sites, IReadOnlyCollection<SiteRecord> records)
    {
        ArgumentNullException.ThrowIfNull(sites);
        ArgumentNullException.ThrowIfNull(records);
        var own = records.Where(r => r.ContractId == contractId).ToList();
        var last = own.GroupBy(r => r.BeneficiaryId).Select(g => g.MaxBy(r => r.Round)!).OrderBy(r => r.Name, StringComparer.Ordinal).ToList();
        return new(
            [.. last.Where(r => r.State is AcceptanceState.Drafting or AcceptanceState.Submitted).Select(NameOf)],
            [.. last.Where(r => r is { State: AcceptanceState.Concluded, Verdict: AcceptanceVerdict.ToBeCompleted }).Select(NameOf)],
            [.. own.Exists(r => r.BeneficiaryId is null) ? [] : sites.Where(s => !records.Any(r => r.IsOf(s))).Select(s => s.Name)]);
    }

    /// <summary>The sites that a contract is to do: those of the establishment that it is signed with, or all that no contract with an establishment of its own does; of contracts of several years the last one's.</summary>
    /// <param name="contractId">Whose.</param>
    /// <param name="contracts">Of the project, those that bind money and were not cancelled.</param>
    /// <param name="sites">Of the project.</param>
    public static IReadOnlyList<ContractSite> SitesOf(Guid contractId, IReadOnlyCollection<SiteContract> contracts, IReadOnlyCollection<ContractSite> sites)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        ArgumentNullException.ThrowIfNull(sites);
        return contracts.FirstOrDefault(c => c.ContractId == contractId) switch
        {
            null => [],
            // What the years of a project give one after the other is done by the last of them.
            { } own when contracts.Any(c => c.EstablishmentId == own.EstablishmentId && c.Year > own.Year) => [],
            { EstablishmentId: { } establishment } => [.. sites.Where(s => s.EstablishmentId == establishment)],
            _ => [.. sites.Where(s => !contracts.Any(c => c.EstablishmentId == s.EstablishmentId))],
        };
    }

    private static string NameOf(SiteRecord record) => record.Name ?? Gathering.WholeProject;
}

/// <summary>Một địa điểm thụ hưởng của đề án, as far as it is asked whether it was accepted.</summary>
public sealed record ContractSite(Guid BeneficiaryId, Guid EstablishmentId, Guid? ProductionSiteId, string Name);

/// <summary>Một hợp đồng giữ kinh phí của đề án, as far as its sites ask.</summary>
/// <param name="EstablishmentId">Null = signed with a unit, for whoever has no contract of their own.</param>
/// <param name="Year">Whose money it is made for.</param>
public sealed record SiteContract(Guid ContractId, Guid? EstablishmentId, int Year = 0);

/// <summary>Một biên bản nghiệm thu, as far as it is asked what of its site is still open.</summary>
public sealed record SiteRecord(Guid ContractId, Guid? BeneficiaryId, Guid? EstablishmentId, Guid? ProductionSiteId, string? Name, int Round, AcceptanceState State, AcceptanceVerdict? Verdict)
{
    public bool IsOf(ContractSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return BeneficiaryId == site.BeneficiaryId || (BeneficiaryId is not null && EstablishmentId == site.EstablishmentId && ProductionSiteId == site.ProductionSiteId);
    }
}
