namespace KhuyenCong.Domain.Clusters;

/// <summary>Cụm công nghiệp: an industrial cluster of a province, with who invests in its infrastructure; its figures are dated rows.</summary>
public sealed class IndustrialCluster : IProvincial, IVersioned, IAudited
{
    private readonly List<ClusterFigure> figures = [];

    private IndustrialCluster()
    {
    }

    public Guid IndustrialClusterId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Codes separated by blanks: a cluster may lie in several communes.</summary>
    public string CommuneCodes { get; private set; } = "";

    public ClusterState State { get; private set; }

    /// <summary>The decision that established it, as the official cites it.</summary>
    public string? Decision { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public Guid? InvestorEstablishmentId { get; private set; }

    public Guid? InvestorOrganisationId { get; private set; }

    /// <summary>The investor's name where it is in neither registry.</summary>
    public string? InvestorName { get; private set; }

    public string? Note { get; private set; }

    public string SearchText { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public long Version { get; private set; }

    public IReadOnlyList<ClusterFigure> Figures => figures;

    public IReadOnlyList<string> Communes => CommuneCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The figures of the latest day; null = chưa có số liệu.</summary>
    public ClusterFigure? Latest => figures.MaxBy(f => f.On);

    public AuditSubject AuditSubject => new(nameof(IndustrialCluster), IndustrialClusterId);

    public static IndustrialCluster From(ClusterRegistered registered)
    {
        var cluster = new IndustrialCluster { IndustrialClusterId = registered.IndustrialClusterId, ProvinceCode = registered.ProvinceCode };
        cluster.Set(registered.Text);
        return cluster;
    }

    public void Apply(ClusterEdited edited) => Set(edited.Text);

    public void Apply(ClusterFigureRecorded recorded) => figures.Add(ClusterFigure.Of(this, recorded.ClusterFigureId, recorded.Entry));

    public void Apply(ClusterFigureCorrected corrected) => figures.Single(f => f.ClusterFigureId == corrected.ClusterFigureId).Set(corrected.Entry);

    private void Set(ClusterText text)
    {
        (Name, State, Decision, DecidedOn) = (text.Name, text.State, text.Decision, text.DecidedOn);
        (InvestorEstablishmentId, InvestorOrganisationId, InvestorName, Note) = (text.InvestorEstablishmentId, text.InvestorOrganisationId, text.InvestorName, text.Note);
        CommuneCodes = string.Join(' ', text.Communes);
        SearchText = Kernel.SearchText.Fold($"{Name} {Decision} {InvestorName}");
        SortKey = Kernel.SearchText.SortKey(Name);
    }
}

/// <summary>Số liệu của cụm công nghiệp tại một ngày; null = chưa có số liệu, never zero.</summary>
public sealed class ClusterFigure : IProvincial, IAudited
{
    private ClusterFigure()
    {
    }

    public Guid ClusterFigureId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid IndustrialClusterId { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>In hundredths of a hectare, as the other areas.</summary>
    public int? Area { get; private set; }

    /// <summary>Land for production, which may be let.</summary>
    public int? IndustrialArea { get; private set; }

    public int? LeasedArea { get; private set; }

    public int? Tenants { get; private set; }

    public int? Labour { get; private set; }

    public WasteTreatment? Waste { get; private set; }

    /// <summary>Cubic metres of waste water a day.</summary>
    public int? WasteCapacity { get; private set; }

    public string? Source { get; private set; }

    public FigureEntry Entry => new(On, Area, IndustrialArea, LeasedArea, Tenants, Labour, Waste, WasteCapacity, Source);

    /// <summary>Tỷ lệ lấp đầy, in hundredths of a percent; null where one of the two areas is not known.</summary>
    public int? Occupancy => LeasedArea is { } leased && IndustrialArea is > 0 and { } industrial ? (int)(leased * 10_000L / industrial) : null;

    public AuditSubject AuditSubject => new(nameof(IndustrialCluster), IndustrialClusterId);

    internal static ClusterFigure Of(IndustrialCluster cluster, Guid id, FigureEntry entry)
    {
        var figure = new ClusterFigure { ClusterFigureId = id, ProvinceCode = cluster.ProvinceCode, IndustrialClusterId = cluster.IndustrialClusterId };
        figure.Set(entry);
        return figure;
    }

    internal void Set(FigureEntry entry) => (On, Area, IndustrialArea, LeasedArea, Tenants, Labour, Waste, WasteCapacity, Source) = entry;
}
