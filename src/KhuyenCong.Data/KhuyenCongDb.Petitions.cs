using KhuyenCong.Data.Numbering;
using KhuyenCong.Domain.Petitions;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Petition> Petitions => Set<Petition>();

    public DbSet<PetitionStep> PetitionSteps => Set<PetitionStep>();

    public DbSet<AmendmentProposal> AmendmentProposals => Set<AmendmentProposal>();

    public DbSet<AmendmentStep> AmendmentSteps => Set<AmendmentStep>();

    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();
}
